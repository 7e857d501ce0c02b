"""The list of publications, and of those awaited."""

from partnership.content.filtered_list import FilteredListMixin
from partnership.content.models import BasePage
from partnership.content.visibility import audience_of

from ..filters import PublicationFilter
from .publications import PublicationPage


class PublicationIndexPage(FilteredListMixin, BasePage):
    """The list of publications, and of those awaited."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["documents.PublicationPage"]
    max_count = 1
    is_landmark = True
    AWAITED_SHOWN = 50

    class Meta:
        verbose_name = "publications"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        audience = audience_of(request)
        publications = audience.visible(PublicationPage.objects.child_of(self)).for_listing()
        filters = PublicationFilter(
            request.GET, queryset=publications.published().newest_first(), audience=audience
        )
        context |= self.filtered(filters, request)
        context["awaited"] = publications.awaited().soonest_first()[: self.AWAITED_SHOWN]
        return context
