"""The calendars that somebody can subscribe to, with the addresses that programmes take."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import reverse

from partnership.content.public_address import public_address
from programmes.models import Organisation


@dataclass(frozen=True)
class SubscribableCalendar:
    """A calendar by its name and its path here."""

    title: str
    path: str

    @property
    def address(self) -> str:
        """Its whole address, to be copied."""
        return public_address(self.path)

    @property
    def webcal(self) -> str:
        """The address that a calendar programme opens by itself."""
        return urlsplit(self.address)._replace(scheme="webcal").geturl()


def calendar_of_all() -> SubscribableCalendar:
    """The meetings of all committees."""
    return SubscribableCalendar("All meetings", reverse("calendar"))


def calendar_of_committee(committee) -> SubscribableCalendar:
    """The meetings of one committee."""
    return SubscribableCalendar(committee.title, reverse("calendar_of_committee", args=[committee.pk]))


def calendar_of_organisation(organisation) -> SubscribableCalendar:
    """The meetings of an organisation's committees."""
    return SubscribableCalendar(
        organisation.name, reverse("calendar_of_organisation", args=[organisation.pk])
    )


def calendars_to_subscribe_to(committees) -> dict[str, list[SubscribableCalendar]]:
    """All calendars by what they are of: the committees of a queryset, and the organisations that sit on them."""
    organisations = Organisation.objects.filter(committees__committee__in=committees.order_by().values("pk"))
    return {
        "all": [calendar_of_all()],
        "committees": [calendar_of_committee(committee) for committee in committees],
        "organisations": [calendar_of_organisation(found) for found in organisations.distinct()],
    }
