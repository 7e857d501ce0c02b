"""What e-mail alerts add to the editors' side of the site."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .admin.followers import FollowersView


class FollowersMenuItem(MenuItem):
    """The way to the counts, for those who may see them."""

    def is_shown(self, request):
        return FollowersView.permission_policy.user_has_permission(request.user, "view")


@hooks.register("register_admin_urls")
def followers_url():
    """The address of the counts."""
    return [path("reports/e-mail-alerts/", FollowersView.as_view(), name="alerts_followers")]


@hooks.register("register_reports_menu_item")
def followers_menu_item():
    """The counts, among the reports."""
    return FollowersMenuItem("E-mail alerts", reverse("alerts_followers"), icon_name="mail", order=900)
