"""What the search adds to the editors' side of the site."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from .admin.missed import LeadOnView, MissedAddressesView
from .admin.searches import SearchesView
from .admin.wording import SearchWordingGroup

register_snippet(SearchWordingGroup)


class ReportMenuItem(MenuItem):
    """The way to a report, for those who may see it."""

    def __init__(self, view, order, icon_name):
        super().__init__(view.page_title, reverse(view.index_url_name), icon_name=icon_name, order=order)
        self.policy = view.permission_policy

    def is_shown(self, request):
        return self.policy.user_has_permission(request.user, "view")


@hooks.register("register_admin_urls")
def searches_urls():
    """The addresses of what people search for: the screen, and its list alone when it is narrowed."""
    return [
        path("reports/searches/", SearchesView.as_view(), name="searches_report"),
        path(
            "reports/searches/results/",
            SearchesView.as_view(results_only=True),
            name="searches_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def searches_menu_item():
    """What people search for, among the reports."""
    return ReportMenuItem(SearchesView, 910, "search")


@hooks.register("register_admin_urls")
def missed_addresses_urls():
    """The addresses of the report of addresses that lead nowhere."""
    return [
        path("reports/missed-addresses/", MissedAddressesView.as_view(), name="missed_addresses"),
        path(
            "reports/missed-addresses/results/",
            MissedAddressesView.as_view(results_only=True),
            name="missed_addresses_results",
        ),
        path("reports/missed-addresses/lead-on/", LeadOnView.as_view(), name="lead_address_on"),
    ]


@hooks.register("register_reports_menu_item")
def missed_addresses_menu_item():
    """What readers asked for and did not get, among the reports."""
    return ReportMenuItem(MissedAddressesView, 920, "redirect")
