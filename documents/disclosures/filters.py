"""Filters of the disclosure log."""

import django_filters

from partnership.content.filtered_list import dropdown
from programmes.models import Organisation

from ..models.disclosure_outcomes import Outcome


class DisclosureFilter(django_filters.FilterSet):
    """Narrows the disclosure log; works by address alone. Offers only what the list holds."""

    organisation = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.none(),
        to_field_name="slug",
        label="Organisation",
        empty_label="All organisations",
        widget=dropdown(),
    )
    outcome = django_filters.ChoiceFilter(
        choices=Outcome.choices, empty_label="All outcomes", widget=dropdown()
    )
    year = django_filters.ChoiceFilter(
        field_name="answered_on__year", label="Answered in", empty_label="All years", widget=dropdown()
    )

    def __init__(self, data=None, queryset=None, **kwargs):
        super().__init__(data, queryset, **kwargs)
        listed = self.queryset.order_by()
        self.filters["organisation"].queryset = Organisation.objects.filter(
            pk__in=listed.values("organisation")
        ).only("name", "slug")
        years = (
            listed.filter(answered_on__isnull=False).values_list("answered_on__year", flat=True).distinct()
        )
        self.filters["year"].extra["choices"] = [
            (str(year), str(year)) for year in sorted(years, reverse=True)
        ]
