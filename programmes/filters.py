"""Filters of the public lists."""

import django_filters

from .models.areas_of_work import AreaOfWorkPage, Status
from .models.organisations import Organisation
from .models.places import Place


class AreaOfWorkFilter(django_filters.FilterSet):
    """Narrows the list of areas of work; works by address alone."""

    kind = django_filters.ChoiceFilter(choices=AreaOfWorkPage.Kind.choices, empty_label="All kinds")
    status = django_filters.ChoiceFilter(choices=Status.choices, empty_label="Any status")
    organisation = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.only("name", "slug"),
        to_field_name="slug",
        method="involving",
        empty_label="All organisations",
    )
    place = django_filters.ModelChoiceFilter(
        field_name="places",
        queryset=Place.objects.all(),
        to_field_name="slug",
        empty_label="All places",
    )

    class Meta:
        model = AreaOfWorkPage
        fields = ["kind", "status", "organisation", "place"]

    def involving(self, queryset, name, organisation):
        """Narrow to the areas of work that an organisation takes part in or owns."""
        return queryset.involving(organisation)
