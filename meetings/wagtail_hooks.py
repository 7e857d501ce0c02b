"""What meetings add to the editors' side of the site."""

from wagtail import hooks

from partnership.first_screen import offers_tasks

from .first_tasks import first_tasks
from .listings import MeetingListingViewSet


@hooks.register("register_admin_viewset")
def meetings():
    """The listing of meetings."""
    return MeetingListingViewSet()


offers_tasks(first_tasks)
