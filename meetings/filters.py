"""Filters of the list of meetings."""

import django_filters
from django.utils import timezone

from partnership.content.filtered_list import dropdown

from .clock import LONDON
from .models.committees import CommitteePage


class MeetingFilter(django_filters.FilterSet):
    """Narrows the list of meetings; works by address alone. Offers only what the list holds."""

    committee = django_filters.ModelChoiceFilter(
        queryset=CommitteePage.objects.none(),
        to_field_name="slug",
        method="of_committee",
        label="Committee",
        empty_label="All committees",
        widget=dropdown(),
    )
    year = django_filters.ChoiceFilter(
        method="in_year", label="Year", empty_label="All years", widget=dropdown()
    )

    def __init__(self, data=None, queryset=None, committees=None, **kwargs):
        super().__init__(data, queryset, **kwargs)
        self.filters["committee"].queryset = committees
        starts = self.queryset.order_by().datetimes("starts_at", "year", tzinfo=LONDON)
        years = sorted({timezone.localtime(start, LONDON).year for start in starts}, reverse=True)
        self.filters["year"].extra["choices"] = [(str(year), str(year)) for year in years]

    def of_committee(self, queryset, name, committee):
        """Narrow to the meetings of one committee."""
        return queryset.child_of(committee)

    def in_year(self, queryset, name, year):
        """Narrow to the meetings that start in a year, as London counts it."""
        return queryset.filter(starts_at__year=year)
