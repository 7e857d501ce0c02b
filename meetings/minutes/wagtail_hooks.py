"""What minutes and recordings add to the editors' side."""

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from ..models import MeetingPage, Part


@hooks.register("register_admin_urls")
def minutes_screens():
    """The screens of minutes and recordings, beside those of agendas."""
    return [path("agendas/", include("meetings.minutes.screens.urls"))]


def minutes_button(page, user):
    """The way from a meeting to its minutes, for those who may keep them."""
    if page.specific_class is MeetingPage and page.permissions_for_user(user).can_publish():
        minutes = reverse("meeting_minutes:minutes", args=[page.pk, Part.A])
        yield Button("Minutes", minutes, icon_name="doc-full", priority=5)


@hooks.register("register_page_header_buttons")
def minutes_from_its_page(page, user, view_name, next_url=None):
    """Offer it on a meeting's own screens."""
    return minutes_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def minutes_from_a_list(page, user, next_url=None):
    """Offer it in lists."""
    return minutes_button(page, user)
