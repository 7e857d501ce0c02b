"""The screen on which it is written down who was at a meeting, and whether each committee was quorate."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.views.generic import TemplateView

from ...agenda.reading import flat
from ...models import Attendance
from ..constituents import benches_of, members_on_the_day
from ..publishing import record_correction
from .attendance_forms import MemberForm, OtherForm, QuorumForm
from .base import RecordScreen

# Lines for people who are no members; more come with each saving.
BLANK_LINES = 3


class AttendanceView(RecordScreen, TemplateView):
    """Everybody who was there, by organisation: members are on the list already, as of the day of the meeting."""

    page_title = "Attendance"
    template_name = "meetings/records/attendance.html"

    def build(self, data=None) -> None:
        """Make the forms, of what is kept or of what was typed."""
        self.benches = benches_of(self.meeting)
        self.members = members_on_the_day(self.meeting)
        lines = list(flat(self.lines()))
        rows = {row.pk: row for bench in self.benches for row in bench.attendance}
        rows |= {row.pk: row for row in Attendance.objects.filter(meeting=self.meeting).in_order()}
        of_members = {row.membership_id: row for row in rows.values() if row.membership_id}
        self.groups = []
        places = {member.pk: place for place, member in enumerate(self.members)}
        for bench in self.benches:
            own = [
                member
                for member in self.members
                if bench.takes_all or member.organisation_id == bench.sitting.organisation_id
            ]
            known = [of_members.get(member.pk) or self.row_of(member, places[member.pk]) for member in own]
            # Who was on record as a member, and by the register as it is now was none, stays.
            left = [row for row in bench.attendance if row.membership_id and row not in known]
            forms = [self.member_form(row, data) for row in (*known, *left)]
            quorum = QuorumForm(
                data,
                prefix=f"quorum-{bench.key}",
                sitting=bench.sitting,
                lines=lines,
                meeting=self.meeting,
            )
            self.groups.append({"bench": bench, "forms": forms, "quorum": quorum})
        grouped = {form.row.pk for group in self.groups for form in group["forms"]}
        others = [row for row in rows.values() if row.pk not in grouped]
        wanted = (
            int(data.get("lines", "0")[:2] or 0) if data and data.get("lines", "0")[:2].isdecimal() else 0
        )
        self.blanks = max(BLANK_LINES, min(wanted, 60))
        blank = [
            Attendance(meeting=self.meeting, place=1000 + len(others) + n, votes=True)
            for n in range(self.blanks)
        ]
        self.others = [self.other_form(row, f"other-{row.pk}", data) for row in others]
        self.others += [self.other_form(row, f"new-{n}", data) for n, row in enumerate(blank)]

    def row_of(self, member, place: int) -> Attendance:
        """A member's line, not kept yet."""
        return Attendance(
            meeting=self.meeting,
            membership=member,
            person=member.person,
            name=member.person.name,
            position=member.position,
            organisation=member.organisation,
            votes=member.votes,
            place=place,
        )

    def member_form(self, row, data) -> MemberForm:
        """The form of a member's line."""
        key = f"member-{row.membership_id}"
        return MemberForm(data, prefix=key, row=row, meeting=self.meeting)

    def other_form(self, row, key, data) -> OtherForm:
        """The form of a line for somebody else."""
        return OtherForm(
            data,
            prefix=key,
            row=row,
            meeting=self.meeting,
            members=self.members,
            benches=self.benches,
            use_required_attribute=False,
        )

    def get_context_data(self, **kwargs):
        if not hasattr(self, "groups"):
            self.build()
        for group in self.groups:
            group["counted"] = group["bench"].counted(self.meeting.starts_at)
        own = {"groups": self.groups, "others": self.others, "blanks": self.blanks}
        return super().get_context_data(**kwargs) | own

    def post(self, request, *args, **kwargs):
        self.build(request.POST)
        people = [form for group in self.groups for form in group["forms"]] + self.others
        every = [*people, *(group["quorum"] for group in self.groups)]
        # Each is asked, so that each says what is wrong with it.
        valid = [form.is_valid() for form in every]
        if not (all(valid) and self.correction_is_said()):
            return self.not_saved()
        self.save()
        messages.success(request, self.saved_words)
        more = "more" in request.POST
        return redirect(request.path if more else self.record_url)

    @transaction.atomic
    def save(self) -> None:
        """Keep everything that was typed: each line, then each committee's quorum by it."""
        for group in self.groups:
            for form in group["forms"]:
                self.keep(form.fill())
        for form in self.others:
            if not form.is_empty:
                self.keep(form.fill())
            elif form.row.pk:
                form.row.delete()
        counted = {bench.key: bench.counted(self.meeting.starts_at) for bench in benches_of(self.meeting)}
        for group in self.groups:
            self.keep(group["quorum"].fill(counted[group["bench"].key]))
        if self.is_published:
            record_correction(self.meeting, self.correction, self.now)

    def keep(self, row) -> None:
        """Keep a row; on a record that is published it is so at once."""
        if self.is_published and row.published_at is None:
            row.published_at = self.now
        row.save()
