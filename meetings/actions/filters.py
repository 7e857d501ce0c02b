"""Filters of the register of decisions and actions. A committee, a body, a programme or a year holds for every list."""

from datetime import date

import django_filters
from django.db.models import Min, Q
from django.utils import timezone

from partnership.content.filtered_list import dropdown
from partnership.content.visibility import within
from programmes.models import Organisation
from programmes.models.areas_of_work import AreaOfWorkPage

from ..models.actions import Action, ActionStatus
from ..models.chairs_actions import ChairsAction
from ..models.committees import CommitteeMember, CommitteePage
from ..models.meetings import MeetingPage
from ..models.records import ItemRecord

OUTSTANDING, OVERDUE, AWAITING, REPORTED = "outstanding", "overdue", "awaiting", "reported"


class RegisterFilter(django_filters.FilterSet):
    """Narrows one list of the register; works by address alone. Subclasses say what the names mean for their rows."""

    SHARED = ("committee", "organisation", "programme", "year")

    committee = django_filters.ModelChoiceFilter(
        queryset=CommitteePage.objects.none(),
        to_field_name="slug",
        method="of_committee",
        label="Committee",
        empty_label="All committees",
        widget=dropdown(),
    )
    organisation = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.none(),
        to_field_name="slug",
        method="of_organisation",
        label="Organisation",
        empty_label="All organisations",
        widget=dropdown(),
    )
    programme = django_filters.ModelChoiceFilter(
        queryset=AreaOfWorkPage.objects.none(),
        to_field_name="slug",
        method="of_programme",
        label="Programme or collaborative",
        empty_label="All",
        widget=dropdown(),
    )
    status = django_filters.ChoiceFilter(
        choices=(), method="of_status", label="Status", empty_label="All", widget=dropdown()
    )
    year = django_filters.ChoiceFilter(
        choices=(), method="of_year", label="Year", empty_label="All years", widget=dropdown()
    )
    STATUSES: tuple = ()

    def __init__(self, data=None, queryset=None, *, audience, **kwargs):
        super().__init__(data, queryset, **kwargs)
        self.today = timezone.localdate(audience.now)
        committees = audience.visible(CommitteePage.objects.all())
        self.filters["committee"].queryset = committees.only("title", "slug").order_by("title")
        self.filters["organisation"].queryset = bodies(audience, committees).only("name", "slug")
        areas = audience.visible(AreaOfWorkPage.objects.all())
        self.filters["programme"].queryset = areas.only("title", "slug").order_by("title")
        self.filters["status"].extra["choices"] = self.STATUSES
        self.filters["year"].extra["choices"] = [(str(year), str(year)) for year in self.years(audience)]

    def years(self, audience) -> list[int]:
        """The years that the register holds, the latest first."""
        met = audience.visible(MeetingPage.objects.all()).aggregate(first=Min("starts_at"))["first"]
        taken = ChairsAction.objects.shown_to(audience).aggregate(first=Min("taken_on"))["first"]
        firsts = [day.year for day in (timezone.localtime(met) if met else None, taken) if day]
        return list(range(self.today.year, min(firsts, default=self.today.year) - 1, -1))


def bodies(audience, committees):
    """The organisations of committees, and those for which something was decided or is to be done."""
    decided = ItemRecord.objects.public(audience)
    return Organisation.objects.filter(
        Q(pk__in=CommitteeMember.objects.filter(committee__in=committees.values("pk")).values("organisation"))
        | Q(pk__in=decided.filter(organisation__isnull=False).values("organisation"))
        | Q(pk__in=Action.objects.shown_to(audience).filter(organisation__isnull=False).values("organisation"))
        | Q(pk__in=ChairsAction.organisations.through.objects.filter(
            chairsaction__in=ChairsAction.objects.shown_to(audience).values("pk")).values("organisation"))
    ).order_by("name")  # fmt: skip


def sits_on(organisation):
    """The committees on which an organisation sits."""
    return CommitteeMember.objects.filter(organisation=organisation).values("committee")


class DecisionFilter(RegisterFilter):
    """Narrows the decisions."""

    STATUSES = (*ItemRecord.Decision.choices, (AWAITING, "Awaiting ratification"))

    def of_committee(self, queryset, name, committee):
        """Those of a committee's meetings."""
        return queryset.filter(item__meeting__path__startswith=committee.path)

    def of_organisation(self, queryset, name, organisation):
        """Those that bind an organisation: its own committee's, and those of a joint committee on which it sits."""
        paths = list(
            CommitteePage.objects.filter(pk__in=sits_on(organisation)).values_list("path", flat=True)
        )
        wanted = Q(organisation=organisation)
        if paths:
            wanted |= Q(organisation=None) & within(paths, "item__meeting__path")
        return queryset.filter(wanted)

    def of_programme(self, queryset, name, area):
        """Those on items about an area of work."""
        return queryset.filter(item__area_of_work=area)

    def of_status(self, queryset, name, status):
        """Those that say so, or that nobody has ratified yet."""
        if status == AWAITING:
            return queryset.awaiting_ratification()
        return queryset.filter(decision=status)

    def of_year(self, queryset, name, year):
        """Those of a year's meetings."""
        return queryset.filter(item__meeting__starts_at__year=int(year))


class ActionFilter(RegisterFilter):
    """Narrows the actions."""

    STATUSES = (
        (OUTSTANDING, "Not ended"),
        (OVERDUE, "Overdue"),
        *ActionStatus.choices,
    )

    def of_committee(self, queryset, name, committee):
        """Those of a committee."""
        return queryset.filter(committee=committee)

    def of_organisation(self, queryset, name, organisation):
        """Those of an organisation, and those of nobody in particular on a committee on which it sits."""
        return queryset.filter(
            Q(organisation=organisation) | Q(organisation=None, committee__in=sits_on(organisation))
        )

    def of_programme(self, queryset, name, area):
        """Those about an area of work, or on an item about it."""
        return queryset.filter(Q(area_of_work=area) | Q(area_of_work=None, item__area_of_work=area))

    def of_status(self, queryset, name, status):
        """Those that stand so."""
        if status == OUTSTANDING:
            return queryset.outstanding()
        if status == OVERDUE:
            return queryset.overdue(self.today)
        return queryset.filter(status=status)

    def of_year(self, queryset, name, year):
        """Those of a year's meetings."""
        return queryset.filter(meeting__starts_at__year=int(year))


class ChairsActionFilter(RegisterFilter):
    """Narrows the chair's actions."""

    STATUSES = ((AWAITING, "To be reported"), (REPORTED, "Reported"))

    def of_committee(self, queryset, name, committee):
        """Those taken for a committee."""
        return queryset.filter(committee=committee)

    def of_organisation(self, queryset, name, organisation):
        """Those that bind an organisation: for it by name, or for nobody in particular on its committee."""
        through = ChairsAction.organisations.through.objects
        by_name = through.filter(organisation=organisation).values("chairsaction")
        return queryset.filter(
            Q(pk__in=by_name)
            | (~Q(pk__in=through.values("chairsaction")) & Q(committee__in=sits_on(organisation)))
        )

    def of_programme(self, queryset, name, area):
        """Those about an area of work."""
        return queryset.filter(area_of_work=area)

    def of_status(self, queryset, name, status):
        """Those that a meeting has heard of, or not yet."""
        return queryset.filter(reported_at__isnull=status == AWAITING)

    def of_year(self, queryset, name, year):
        """Those taken in a year."""
        return queryset.filter(taken_on__range=(date(int(year), 1, 1), date(int(year), 12, 31)))
