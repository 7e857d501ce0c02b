"""What can be done with committees and meetings, on the first screen."""

from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import policy_registry

from partnership.first_screen import Task

from .models import CommitteePage, MeetingPage, MeetingsIndexPage


def first_tasks(user):
    """Add a meeting: of one's own committee where there is one, else of one that is chosen first."""
    may_add = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "add")
    explanation = "When and where it is, how to join, and its papers."
    if MeetingsIndexPage.objects.filter(pk__in=may_add.values("pk")).exists():
        chosen_first = reverse(
            "wagtailadmin_pages:choose_parent", args=["meetings", MeetingPage._meta.model_name]
        )
        yield Task(30, "Add a meeting", explanation, chosen_first, "calendar-alt")
        return
    committee = CommitteePage.objects.filter(pk__in=may_add.values("pk")).order_by("path").first()
    if committee is None:
        return
    yield Task(
        4,
        "See what is due",
        "For the meetings of the coming 60 days: notice, agenda, papers, what to confirm, and minutes.",
        reverse("meetings_due"),
        "calendar-check",
    )
    yield Task(
        5,
        f"Add a meeting of {committee.title}",
        explanation,
        reverse("wagtailadmin_pages:add", args=["meetings", MeetingPage._meta.model_name, committee.pk]),
        "calendar-alt",
    )
    yield Task(
        6,
        "See the committee’s meetings",
        "Add papers to one, change it, or record what came of it.",
        reverse("meeting_listing:index") + f"?committee={committee.pk}",
        "list-ul",
    )
