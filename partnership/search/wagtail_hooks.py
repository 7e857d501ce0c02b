"""What the search adds to the editors' side of the site."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from .admin.searches import SearchesView
from .admin.wording import SearchWordingGroup

register_snippet(SearchWordingGroup)


class SearchesMenuItem(MenuItem):
    """The way to what people search for, for those who may see it."""

    def is_shown(self, request):
        return SearchesView.permission_policy.user_has_permission(request.user, "view")


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
    return SearchesMenuItem("Searches", reverse("searches_report"), icon_name="search", order=910)
