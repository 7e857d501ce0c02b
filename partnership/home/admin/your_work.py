"""An editor's own work on the first screen: what they can do, their drafts, and what waits for them."""

from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState
from wagtail.permissions import policy_registry

from partnership.first_screen import tasks_of

from .check_panels import MOST_SHOWN, pages_due_review

TASKS_SHOWN = 3


class TasksPanel(Component):
    """The tasks of a person's role, one click each."""

    name = "tasks"
    order = 10
    template_name = "admin/tasks_panel.html"

    def get_context_data(self, parent_context):
        return {"tasks": tasks_of(parent_context["request"].user, TASKS_SHOWN)}


class YourWorkPanel(Component):
    """A person's drafts, and in a sentence each what awaits their approval or their check."""

    name = "your-work"
    order = 100
    template_name = "admin/your_work_panel.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        drafts = drafts_of(user)
        return {
            "drafts": drafts.select_related("content_type")[:MOST_SHOWN],
            "draft_count": drafts.count(),
            "approves": policy_registry.get_by_type(Page).user_has_permission(user, "publish"),
            "to_approve": TaskState.objects.reviewable_by(user).count(),
            "to_review": pages_due_review(user, timezone.localdate()).count(),
        }


def drafts_of(user):
    """Pages with changes that this person made last and that nobody has published, the newest first."""
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return Page.objects.filter(
        pk__in=editable.order_by().values("pk"), has_unpublished_changes=True, latest_revision__user=user
    ).order_by("-latest_revision_created_at")
