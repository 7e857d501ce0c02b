"""What of this section can be followed by e-mail."""

from partnership.alerts.registry import Topic, topic_kind
from partnership.content.keys import is_key

from .models import AreaOfWorkPage, Organisation, PartnersPage


def describe_work(page: AreaOfWorkPage) -> Topic:
    """A programme or collaborative as its followers know it."""
    return Topic(page.title, page.url or "", prompt="E-mail me news of this work")


@topic_kind(
    "programme",
    "We will e-mail you news of its publications, and of the meetings of committees that oversee it.",
    describe=describe_work,
)
def programme(object_id: str, audience) -> Topic | None:
    """A programme or collaborative that the audience may see."""
    if not is_key(object_id):
        return None
    page = audience.visible(AreaOfWorkPage.objects.filter(pk=int(object_id))).first()
    return describe_work(page) if page else None


def describe_organisation(organisation: Organisation, listed_at: str = "") -> Topic:
    """An organisation as its followers know it."""
    url = f"{listed_at}{organisation.slug}/" if listed_at else ""
    return Topic(organisation.name, url, prompt="E-mail me news of this organisation")


@topic_kind(
    "organisation",
    "We will e-mail you news of publications that it owns or contributes to, and of its committees’ meetings.",
    describe=describe_organisation,
)
def organisation(object_id: str, audience) -> Topic | None:
    """An organisation, while the audience may see the list of them."""
    listed = audience.visible(PartnersPage.objects.all()).first()
    found = Organisation.objects.filter(pk=int(object_id)).first() if listed and is_key(object_id) else None
    return describe_organisation(found, listed.url or "") if found else None
