"""What e-mail alerts add to the editors' side of the site."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .admin.followers import FollowersView
from .admin.letters import LetterHtmlView, LettersView


class FollowersMenuItem(MenuItem):
    """The way to the counts, for those who may see them."""

    def is_shown(self, request):
        return FollowersView.permission_policy.user_has_permission(request.user, "view")


@hooks.register("register_admin_urls")
def followers_url():
    """The addresses of the counts and of the samples."""
    return [
        path("reports/e-mail-alerts/", FollowersView.as_view(), name="alerts_followers"),
        path("reports/e-mail-alerts/letters/", LettersView.as_view(), name="alerts_letters"),
        path(
            "reports/e-mail-alerts/letters/<slug:slug>/", LetterHtmlView.as_view(), name="alerts_letter_html"
        ),
    ]


@hooks.register("register_reports_menu_item")
def followers_menu_item():
    """The counts, among the reports."""
    return FollowersMenuItem("E-mail alerts", reverse("alerts_followers"), icon_name="mail", order=900)
