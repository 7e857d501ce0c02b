"""What can be done with our work, on the first screen."""

from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import policy_registry

from partnership.first_screen import Task

from ..models import AreaOfWorkPage, OurWorkIndexPage, StoryPage


def first_tasks(user):
    """Change one's own programme and add its stories; for the whole site, the list of all work."""
    may_change = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    if OurWorkIndexPage.objects.filter(pk__in=may_change.values("pk")).exists():
        yield Task(
            35,
            "Change a programme or collaborative",
            "Find it in the list of our work, with what it says and where it stands.",
            reverse("areas_of_work:index"),
            "clipboard-list",
        )
        return
    area = AreaOfWorkPage.objects.filter(pk__in=may_change.values("pk")).order_by("path").first()
    if area is None:
        return
    yield Task(
        5,
        f"Change “{area.title}”",
        "What the page says, who leads it, its milestones and where it stands.",
        reverse("wagtailadmin_pages:edit", args=[area.pk]),
        "edit",
    )
    yield Task(
        6,
        "Add a story",
        "An example of the work, with a picture or a video.",
        reverse("wagtailadmin_pages:add", args=["programmes", StoryPage._meta.model_name, area.pk]),
        "doc-full",
    )
