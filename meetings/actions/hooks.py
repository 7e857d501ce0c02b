"""What actions add to the editors' side of the site."""

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from ..admin.permissions import committees_kept_by


@hooks.register("register_admin_urls")
def screens_of_actions():
    """The screens of actions."""
    return [path("meeting-actions/", include("meetings.actions.screens.urls"))]


class ActionsMenuItem(MenuItem):
    """The way to the actions, for those who keep a committee."""

    def is_shown(self, request):
        return committees_kept_by(request.user).exists()


@hooks.register("register_admin_menu_item")
def actions_in_the_menu():
    """Offer the list of actions below the meetings."""
    return ActionsMenuItem("Actions", reverse("meeting_actions:index"), icon_name="tasks", order=132)
