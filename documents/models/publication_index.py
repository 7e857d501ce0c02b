"""The list of publications, and of those awaited."""

from django.utils import timezone
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from partnership.content.filtered_list import FilteredListMixin
from partnership.content.models import BasePage
from partnership.content.pagination import page_of
from partnership.content.visibility import audience_of

from ..filters import PublicationFilter
from .publications import AWAITED_SLUG, PublicationPage


class PublicationIndexPage(FilteredListMixin, RoutablePageMixin, BasePage):
    """The list of publications, and below it the list of those awaited."""

    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "documents.PublicationPage",
        "documents.PublicationSchemePage",
        "documents.RecommendationIndexPage",
        "documents.DisclosureLogPage",
    ]
    max_count = 1
    is_landmark = True
    own_addresses = frozenset([AWAITED_SLUG])
    AWAITED_SHOWN = 5

    class Meta:
        verbose_name = "publications"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["today"] = timezone.localdate(audience_of(request).now)
        return context

    @path("")
    def everything(self, request):
        """What is here, newest first, and the first of what is awaited."""
        audience = audience_of(request)
        publications = audience.visible(PublicationPage.objects.child_of(self)).for_listing()
        filters = PublicationFilter(
            request.GET, queryset=publications.published().newest_first(), audience=audience
        )
        context = self.filtered(filters, request)
        context["awaited"] = publications.awaited().soonest_first()[: self.AWAITED_SHOWN]
        return self.render(request, context_overrides=context)

    @path(f"{AWAITED_SLUG}/")
    def awaited(self, request):
        """All that was promised and has not come yet, the soonest first."""
        publications = audience_of(request).visible(PublicationPage.objects.child_of(self)).for_listing()
        waits = publications.awaited().soonest_first().prefetch_related("expected_dates")
        return self.render(
            request,
            context_overrides={"results": page_of(waits, request, self.PER_PAGE)},
            template="documents/awaited_publications.html",
        )

    def get_sitemap_urls(self, request=None):
        own = super().get_sitemap_urls(request)
        return [*own, *({**entry, "location": f"{entry['location']}{AWAITED_SLUG}/"} for entry in own)]
