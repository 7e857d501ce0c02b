"""What meetings add to the editors' side of the site."""

from wagtail import hooks

from .listings import MeetingListingViewSet


@hooks.register("register_admin_viewset")
def meetings():
    """The listing of meetings."""
    return MeetingListingViewSet()
