"""Filters of the list of publications."""

import django_filters
from django.db.models import Q

from partnership.content.filtered_list import dropdown
from programmes.models import AreaOfWorkPage, Organisation

from .models.publication_files import PublicationFile
from .models.scheme_classes import SchemeClass
from .models.states import Kind


class PublicationFilter(django_filters.FilterSet):
    """Narrows the list of publications; works by address alone. Offers only what the list holds."""

    kind = django_filters.ChoiceFilter(choices=Kind.choices, empty_label="All kinds", widget=dropdown())
    organisation = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.none(),
        to_field_name="slug",
        method="by_organisation",
        label="Organisation",
        empty_label="All organisations",
        widget=dropdown(),
    )
    programme = django_filters.ModelChoiceFilter(
        field_name="areas_of_work",
        queryset=AreaOfWorkPage.objects.none(),
        to_field_name="slug",
        label="Programme or collaborative",
        empty_label="All of our work",
        widget=dropdown(),
    )
    year = django_filters.ChoiceFilter(
        field_name="published_on__year", label="Year", empty_label="All years", widget=dropdown()
    )
    scheme = django_filters.ChoiceFilter(
        choices=SchemeClass.choices,
        field_name="scheme_class",
        label="Publication scheme",
        empty_label="All classes",
        widget=dropdown(),
    )
    format = django_filters.ChoiceFilter(
        choices=PublicationFile.Format.choices,
        field_name="files__format",
        distinct=True,
        label="Format",
        empty_label="All formats",
        widget=dropdown(),
    )

    def __init__(self, data=None, queryset=None, audience=None, **kwargs):
        super().__init__(data, queryset, **kwargs)
        listed = self.queryset.order_by()
        self.filters["organisation"].queryset = Organisation.objects.filter(
            Q(pk__in=listed.values("organisation"))
            | Q(
                pk__in=PublicationFile.objects.filter(publication__in=listed.values("pk")).values(
                    "organisation"
                )
            )
        ).only("name", "slug")
        areas = AreaOfWorkPage.objects.filter(publications__in=listed.values("pk")).distinct()
        self.filters["programme"].queryset = audience.visible(areas).order_by("title")
        years = (
            listed.filter(published_on__isnull=False).values_list("published_on__year", flat=True).distinct()
        )
        self.filters["year"].extra["choices"] = [
            (str(year), str(year)) for year in sorted(years, reverse=True)
        ]

    def by_organisation(self, queryset, name, organisation):
        """Narrow to the publications of an organisation, or with a file of its own."""
        return queryset.of(organisation)
