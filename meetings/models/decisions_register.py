"""The register of what meetings decided, of what is to be done about it, and of what chairs decided between them."""

from django.http import Http404
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from partnership.content.filtered_list import FilteredListMixin, bad_filters
from partnership.content.keys import is_key
from partnership.content.models import BasePage
from partnership.content.spreadsheets import csv_response
from partnership.content.visibility import audience_of

from ..actions.tabs import ACTIONS, CHAIRS_ACTIONS, DECISIONS, TABS


class DecisionsRegisterPage(FilteredListMixin, RoutablePageMixin, BasePage):
    """Decisions, actions and chair's actions of all committees: a list of each, with an address of its own."""

    parent_page_types = ["meetings.MeetingsIndexPage"]
    subpage_types = []
    max_count = 1
    is_landmark = True
    template = "meetings/actions/register.html"

    class Meta:
        verbose_name = "register of decisions and actions"

    @path("")
    def decisions(self, request):
        """What each organisation's committee decided, the latest meeting first."""
        return self.listing(request, DECISIONS)

    @path("actions/")
    def actions(self, request):
        """What is to be done, the latest meeting first."""
        return self.listing(request, ACTIONS)

    @path("chairs-actions/")
    def chairs_actions(self, request):
        """What chairs decided between two meetings, the latest first."""
        return self.listing(request, CHAIRS_ACTIONS)

    @path("csv/")
    def decisions_csv(self, request):
        """The decisions that the filters in the address leave."""
        return self.table(request, DECISIONS)

    @path("actions/csv/")
    def actions_csv(self, request):
        """The actions that the filters in the address leave."""
        return self.table(request, ACTIONS)

    @path("chairs-actions/csv/")
    def chairs_actions_csv(self, request):
        """The chair's actions that the filters in the address leave."""
        return self.table(request, CHAIRS_ACTIONS)

    @path("actions/<int:pk>/")
    def one_action(self, request, pk):
        """One action, under an address that stays."""
        return self.single(request, ACTIONS, pk)

    @path("chairs-actions/<int:pk>/")
    def one_chairs_action(self, request, pk):
        """One chair's action, under an address that stays."""
        return self.single(request, CHAIRS_ACTIONS, pk)

    def listing(self, request, tab):
        """One of the lists, narrowed by what the address says."""
        audience = audience_of(request)
        context = self.filtered(tab.narrowed(request.GET, audience), request)
        results = context["results"]
        results.object_list = tab.shown(results.object_list, audience)
        kept = tab.query_for_others(context["filters"])
        context |= {
            "tab": tab,
            "tab_url": f"{self.get_url(request)}{tab.path}",
            "query": request.GET.urlencode(),
            "tabs": [
                {"tab": other, "url": f"{self.get_url(request)}{other.path}", "query": kept} for other in TABS
            ],
        }
        return self.render(request, context_overrides=context)

    def table(self, request, tab):
        """The same as a table to download, all of it."""
        audience = audience_of(request)
        filters = tab.narrowed(request.GET, audience)
        if not filters.is_valid():
            return bad_filters(filters)
        rows = (tab.line(row, request) for row in tab.shown(filters.qs, audience))
        return csv_response(tab.key, tab.heading, rows)

    def single(self, request, tab, pk: int):
        """One row by itself. Raises Http404 where the audience may not read it."""
        audience = audience_of(request)
        rows = tab.shown(tab.listed(audience).filter(pk=pk), audience) if is_key(pk) else []
        if not rows:
            raise Http404("There is no such entry.")
        return self.render(
            request,
            context_overrides={"row": rows[0], "tab": tab, "tab_url": f"{self.get_url(request)}{tab.path}"},
            template="meetings/actions/single.html",
        )

    def get_sitemap_urls(self, request=None):
        own = super().get_sitemap_urls(request)
        return [{**entry, "location": f"{entry['location']}{tab.path}"} for entry in own for tab in TABS]
