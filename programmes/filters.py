"""Filters of the public lists."""

import django_filters

from partnership.content.filtered_list import dropdown

from .models.areas_of_work import AreaOfWorkPage, Status
from .models.organisations import Organisation
from .models.places import Place
from .models.taking_part import OrganisationPart


class AreaOfWorkFilter(django_filters.FilterSet):
    """Narrows the list of areas of work; works by address alone. Offers only what the list holds."""

    kind = django_filters.ChoiceFilter(
        choices=AreaOfWorkPage.Kind.choices, empty_label="All kinds", widget=dropdown()
    )
    organisation = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.none(),
        to_field_name="slug",
        method="involving",
        label="Organisation",
        empty_label="All organisations",
        widget=dropdown(),
    )
    place = django_filters.ModelChoiceFilter(
        field_name="places",
        label="Place",
        queryset=Place.objects.none(),
        to_field_name="slug",
        empty_label="All places",
        widget=dropdown(),
    )
    status = django_filters.ChoiceFilter(choices=Status.choices, empty_label="Any status", widget=dropdown())

    class Meta:
        model = AreaOfWorkPage
        fields = ["kind", "organisation", "place", "status"]

    def __init__(self, data=None, queryset=None, **kwargs):
        super().__init__(data, queryset, **kwargs)
        listed = self.queryset.order_by().values("pk")
        taking_part = (
            OrganisationPart.objects.filter(area_of_work__in=listed).order_by().values("organisation")
        )
        owning = self.queryset.order_by().values("attributed_to")
        # Found once, and not asked anew for each organisation, as PostgreSQL does with two conditions.
        self.filters["organisation"].queryset = Organisation.objects.filter(
            pk__in=taking_part.union(owning)
        ).only("name", "slug")
        self.filters["place"].queryset = Place.objects.filter(areas_of_work__in=listed).distinct()

    def involving(self, queryset, name, organisation):
        """Narrow to the areas of work that an organisation takes part in or owns."""
        return queryset.involving(organisation)
