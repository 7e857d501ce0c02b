"""The list of the recommendations of all publications."""

from django.utils import timezone

from partnership.content.filtered_list import FilteredListMixin
from partnership.content.models import BasePage
from partnership.content.visibility import audience_of

from ..recommendations.filters import RecommendationFilter
from ..recommendations.showing import at_a_glance, shown
from .recommendations import Recommendation


class RecommendationIndexPage(FilteredListMixin, BasePage):
    """The list of the recommendations of all publications, and what became of each."""

    parent_page_types = ["documents.PublicationIndexPage"]
    subpage_types = []
    max_count = 1
    is_landmark = True

    class Meta:
        verbose_name = "recommendations of all publications"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        audience = audience_of(request)
        today = timezone.localdate(audience.now)
        all_shown = Recommendation.objects.shown_to(audience)
        filters = RecommendationFilter(request.GET, queryset=all_shown.with_progress(today).newest_first())
        context |= self.filtered(filters, request)
        results = context["results"]
        results.object_list = shown(results.object_list.for_listing(), audience, today)
        context["glance"] = at_a_glance(filters.qs.counts_by_progress(today))
        context["query"] = request.GET.urlencode()
        return context
