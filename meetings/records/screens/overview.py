"""The screen of a record as a whole, and its publishing."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.generic import TemplateView

from ...models import Attendance, ExclusionMotion, ItemRecord
from ..constituents import benches_of
from ..publishing import outdated_problems, problems_of, publish_record, unpublished_records
from .base import RecordScreen


class RecordView(RecordScreen, TemplateView):
    """What there is of the record: attendance, decisions, the motion; what is missing, and what awaits ratification."""

    page_title = "Record"
    template_name = "meetings/records/record.html"

    def get_page_title(self):
        return f"Record of {self.meeting.title}"

    def get_context_data(self, **kwargs):
        records = ItemRecord.objects.filter(item__in=self.items.values("pk"))
        awaiting = records.awaiting_ratification().select_related("item", "organisation")
        benches = benches_of(self.meeting)
        own = {
            "benches": benches,
            "attendance_said": Attendance.objects.filter(meeting=self.meeting).exclude(kind="").count(),
            "decisions_said": records.decided().count(),
            "awaiting": awaiting.order_by("item__part", "item__place", "pk"),
            "has_part_b": self.knows_of_part_b,
            "motion": ExclusionMotion.objects.filter(meeting=self.meeting).first(),
            "has_begun": self.meeting.starts_at <= self.now,
            "waiting": unpublished_records(self.meeting, self.with_part_b).exists(),
            "outdated": outdated_problems(self.meeting, benches, self.with_part_b),
            "notices": self.meeting.public_notices.filter(kind="record"),
        }
        kwargs.setdefault("problems", problems_of(self.meeting, self.with_part_b, self.now))
        return super().get_context_data(**kwargs) | own

    def post(self, request, *args, **kwargs):
        problems = problems_of(self.meeting, self.with_part_b, self.now)
        if problems:
            messages.error(request, "Nothing was published. Please see what is missing.")
            return self.render_to_response(self.get_context_data(problems=problems), status=400)
        publish_record(self.meeting, self.with_part_b, self.now)
        messages.success(request, "Published: the record is on the meeting’s page.")
        return redirect(self.record_url)
