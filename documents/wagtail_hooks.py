"""What publications add to the editors' side of the site."""

from wagtail import hooks

from .listings import PublicationListingViewSet
from .takedown_screens import TakedownViewSet


@hooks.register("register_admin_viewset")
def publications():
    """The listing of publications."""
    return PublicationListingViewSet()


@hooks.register("register_admin_viewset")
def takedowns():
    """Emergency takedowns."""
    return TakedownViewSet()
