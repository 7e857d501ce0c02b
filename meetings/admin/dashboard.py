"""The governance officer's desk: what is due, overdue or missing for the meetings of the coming weeks."""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ..models import MeetingPage, Minutes, Part
from ..models.meeting_states import OFF, Status
from ..notice.duties import Overview
from ..questions.duties import questions_owed_to
from ..records.owed import owing_record
from .permissions import committees_kept_by

AHEAD = timedelta(days=60)
# Long enough that nothing unconfirmed is forgotten, short enough that the desk stays clear.
BACK = timedelta(days=90)


def meetings_at_hand(user, now: datetime):
    """The meetings that somebody keeps: of the coming sixty days, and those before of which something is owed."""
    kept = list(committees_kept_by(user).values_list("path", flat=True))
    found = MeetingPage.objects.filter(starts_at__lt=now + AHEAD, ends_at__gt=now - BACK)
    minuted = Minutes.objects.published().filter(meeting=OuterRef("pk"), part=Part.A)
    written_up = ~Q(status=Status.PLANNED) & Exists(minuted) & ~Q(pk__in=owing_record())
    found = found.exclude(Q(status__in=OFF) | written_up, ends_at__lte=now)
    keys = [key for key, path in found.values_list("pk", "path") if path[: -MeetingPage.steplen] in kept]
    return MeetingPage.objects.filter(pk__in=keys).for_listing().order_by("starts_at")


class MeetingsDueView(WagtailAdminTemplateMixin, TemplateView):
    """What is due for the meetings that somebody keeps."""

    template_name = "meetings/admin/due.html"
    page_title = "Meetings: what is due"
    header_icon = "calendar-check"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not committees_kept_by(request.user).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("meeting_listing:index"), "label": "Meetings"},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs):
        now = timezone.now()
        user = self.request.user
        overview = Overview(meetings_at_hand(user, now), now, more=[questions_owed_to(user)], user=user)
        by_meeting = {meeting.pk: [] for meeting in overview.meetings}
        for task in overview.tasks:
            by_meeting[task.meeting.pk].append(task)
        rows = [
            {"meeting": meeting, "state": meeting.state_at(now), "tasks": by_meeting[meeting.pk]}
            for meeting in overview.meetings
        ]
        return super().get_context_data(**kwargs) | {"open_tasks": overview.open(), "rows": rows}
