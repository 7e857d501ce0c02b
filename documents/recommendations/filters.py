"""Filters of the list of recommendations."""

import django_filters
from django.db.models import Q

from partnership.content.filtered_list import dropdown
from programmes.models import Organisation

from ..models.publications import PublicationPage
from ..models.recommendations import Answer, RecommendationResponse
from ..models.recommended_actions import Progress, RecommendedAction


class RecommendationFilter(django_filters.FilterSet):
    """Narrows the list of recommendations; works by address alone. Offers only what the list holds."""

    organisation = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.none(),
        to_field_name="slug",
        method="left_to_responses",
        label="Organisation",
        empty_label="All organisations",
        widget=dropdown(),
    )
    response = django_filters.ChoiceFilter(
        choices=Answer.choices,
        method="left_to_responses",
        label="Response",
        empty_label="All responses",
        widget=dropdown(),
    )
    status = django_filters.ChoiceFilter(
        choices=Progress.choices,
        field_name="progress",
        label="Progress",
        empty_label="All",
        widget=dropdown(),
    )
    publication = django_filters.ModelChoiceFilter(
        queryset=PublicationPage.objects.none(),
        to_field_name="slug",
        label="Publication",
        empty_label="All publications",
        widget=dropdown(),
    )

    def __init__(self, data=None, queryset=None, **kwargs):
        super().__init__(data, queryset, **kwargs)
        listed = self.queryset.model.objects.filter(pk__in=self.queryset.order_by().values("pk"))
        responses = RecommendationResponse.objects.filter(recommendation__in=listed)
        actions = RecommendedAction.objects.filter(recommendation__in=listed)
        self.filters["organisation"].queryset = Organisation.objects.filter(
            Q(pk__in=responses.values("organisation")) | Q(pk__in=actions.values("owner_organisation"))
        ).only("name", "slug")
        self.filters["publication"].queryset = (
            PublicationPage.objects.filter(pk__in=listed.values("publication"))
            .only("title", "slug")
            .order_by("title")
        )

    def left_to_responses(self, queryset, name, value):
        """Nothing yet: organisation and response are about the same row, so they are asked together."""
        return queryset

    def filter_queryset(self, queryset):
        queryset = super().filter_queryset(queryset)
        organisation = self.form.cleaned_data.get("organisation")
        response = self.form.cleaned_data.get("response")
        if not organisation and not response:
            return queryset
        responses = RecommendationResponse.objects.all()
        if organisation:
            responses = responses.filter(organisation=organisation)
        if response:
            responses = responses.filter(answer=response)
        wanted = Q(pk__in=responses.values("recommendation"))
        if organisation and not response:
            wanted |= Q(
                pk__in=RecommendedAction.objects.filter(owner_organisation=organisation).values(
                    "recommendation"
                )
            )
        return queryset.filter(wanted)
