"""What is asked of everybody who was at a meeting, and of each committee's quorum."""

from django import forms

from ...models import Attendance, MeetingPage, Membership, Sitting
from ..constituents import Bench
from ..quorum import Quorum
from ..times import is_about_then, moment_at, time_of

Kind = Attendance.Kind
NOT_THEN = "The meeting was not held at that time. Check it."
MEMBER_KINDS = [
    ("", "Not said yet"),
    *((k.value, k.label) for k in (Kind.PRESENT, Kind.APOLOGIES, Kind.ABSENT)),
]
OTHER_KINDS = [("", "Choose"), *Kind.choices]


def clock_field(label: str) -> forms.TimeField:
    """Asks for a time of day; a browser without a clock of its own takes it as text."""
    return forms.TimeField(
        label=label,
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": "Write the time as 11:20."},
    )


class PersonForm(forms.Form):
    """Asks of somebody when they joined and left; empty: they were there throughout."""

    joined = clock_field("Joined at")
    left = clock_field("Left at")

    def __init__(self, *args, row: Attendance, meeting: MeetingPage, **kwargs):
        self.row, self.meeting = row, meeting
        times = {"joined": time_of(row.joined_at), "left": time_of(row.left_at)}
        kwargs["initial"] = {**times, "kind": row.kind, **kwargs.pop("initial", {})}
        super().__init__(*args, **kwargs)

    def clean(self):
        cleaned = super().clean()
        self.moments = {name: moment_at(self.meeting, cleaned.get(name)) for name in ("joined", "left")}
        for name, moment in self.moments.items():
            if moment and not is_about_then(self.meeting, moment):
                self.add_error(name, NOT_THEN)
        joined, left = self.moments["joined"], self.moments["left"]
        if left and left <= (joined or self.meeting.starts_at) and "left" not in self.errors:
            before = "they joined" if joined else "the meeting began"
            self.add_error("left", f"They left before {before}. Check the times.")
        return cleaned

    def fill(self) -> Attendance:
        """The row with what was typed."""
        there = self.cleaned_data["kind"] in (Kind.PRESENT, Kind.DEPUTY, Kind.IN_ATTENDANCE)
        self.row.kind = self.cleaned_data["kind"]
        self.row.joined_at = self.moments["joined"] if there else None
        self.row.left_at = self.moments["left"] if there else None
        return self.row


class MemberForm(PersonForm):
    """Asks of a member whether they were there."""

    kind = forms.ChoiceField(label="Was", choices=MEMBER_KINDS, required=False)

    field_order = ["kind", "joined", "left"]


class OtherForm(PersonForm):
    """Asks who else was there: a member's deputy, somebody in attendance, a member whom the register lacks.

    Without a name it is taken away.
    """

    name = forms.CharField(max_length=160, required=False)
    position = forms.CharField(max_length=160, required=False)
    kind = forms.ChoiceField(label="Was", choices=OTHER_KINDS, required=False)
    deputy_for = forms.ModelChoiceField(
        Membership.objects.none(), label="Deputy for", required=False, empty_label="Nobody"
    )
    votes = forms.BooleanField(label="Could vote, so counts towards the quorum", required=False)
    organisation = forms.ChoiceField(required=False)

    field_order = ["name", "position", "kind", "deputy_for", "votes", "organisation", "joined", "left"]

    def __init__(self, *args, row, members, benches: list[Bench], **kwargs):
        own = {name: getattr(row, name) for name in ("name", "position", "votes")}
        own |= {"deputy_for": row.deputy_for_id, "organisation": str(row.organisation_id or "")}
        super().__init__(*args, row=row, initial=own, **kwargs)
        organisations = [bench.sitting for bench in benches if bench.sitting.organisation_id]
        self.fields["organisation"].choices = [
            ("", "None of them"),
            *((str(sitting.organisation_id), sitting.organisation_name) for sitting in organisations),
        ]
        self.fields["deputy_for"].queryset = Membership.objects.filter(pk__in=[m.pk for m in members])
        self.fields["deputy_for"].choices = [
            ("", "Nobody"),
            *(
                (m.pk, f"{m.person}{f' ({m.organisation.called})' if m.organisation else ''}")
                for m in members
            ),
        ]

    @property
    def is_empty(self) -> bool:
        """Whether nobody is named."""
        return not self.cleaned_data.get("name")

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("name"):
            if any(cleaned.get(name) for name in ("position", "kind", "deputy_for", "joined", "left")):
                self.add_error("name", "Give the name, or empty the whole line.")
            return cleaned
        if not cleaned.get("kind"):
            self.add_error("kind", "Say as what they were there.")
        is_deputy = cleaned.get("kind") == Kind.DEPUTY
        if is_deputy and not cleaned.get("deputy_for"):
            self.add_error("deputy_for", "Say whose deputy they were.")
        if not is_deputy and cleaned.get("deputy_for"):
            self.add_error("kind", "Choose “Deputy for a member”, or nobody to be deputy for.")
        return cleaned

    def fill(self):
        row, typed = super().fill(), self.cleaned_data
        row.name, row.position = typed["name"], typed["position"]
        row.deputy_for = typed["deputy_for"]
        row.votes = typed["votes"] and row.kind != Kind.IN_ATTENDANCE
        # A deputy sits where the member would have sat.
        chosen = int(typed["organisation"]) if typed["organisation"] else None
        row.organisation_id = row.deputy_for.organisation_id if row.deputy_for else chosen
        return row


class QuorumForm(forms.Form):
    """Asks whether the count is right; a correction needs its reason."""

    says = forms.ChoiceField(
        label="Quorum",
        choices=[
            ("counted", "As counted"),
            ("yes", "Quorate throughout"),
            ("until", "Quorate until a time or an item"),
            ("no", "Not quorate"),
        ],
    )
    until = clock_field("Until (time)")
    until_item = forms.ChoiceField(label="First item without a quorum", required=False)
    reason = forms.CharField(
        label="Why this differs from the count",
        max_length=300,
        required=False,
        help_text="The public reads this.",
    )

    def __init__(self, *args, sitting: Sitting, lines, meeting, **kwargs):
        self.sitting, self.meeting = sitting, meeting
        initial = {
            "says": said_of(sitting),
            "until": time_of(sitting.inquorate_from),
            "until_item": str(sitting.inquorate_from_item_id or ""),
            "reason": sitting.quorum_reason,
        }
        if initial["says"] == "counted":
            initial["until"] = None
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["until_item"].choices = [
            ("", "None"),
            *((str(line.item.pk), f"{line.number} {line.item.title}"[:90]) for line in lines),
        ]

    def clean(self):
        cleaned = super().clean()
        says = cleaned.get("says")
        self.moment = moment_at(self.meeting, cleaned.get("until"))
        is_said = any(cleaned.get(name) or name in self.errors for name in ("until", "until_item"))
        if says == "until" and not is_said:
            self.add_error("until", "Give the time, or choose the first item without a quorum.")
        if self.moment and not is_about_then(self.meeting, self.moment):
            self.add_error("until", NOT_THEN)
        if says != "until" and (cleaned.get("until") or cleaned.get("until_item")):
            self.add_error(
                "says", "Choose “Quorate until a time or an item”, or empty the time and the item."
            )
        if says not in (None, "counted") and not cleaned.get("reason"):
            self.add_error("reason", "Say why. The public reads it.")
        return cleaned

    def fill(self, counted: Quorum) -> Sitting:
        """The sitting with what was typed, or with the count."""
        sitting, typed = self.sitting, self.cleaned_data
        if typed["says"] == "counted":
            sitting.quorum_reason, sitting.inquorate_from_item_id = "", None
            sitting.quorate, sitting.quorate_from = counted.quorate, counted.quorate_from
            sitting.inquorate_from = counted.inquorate_from
            return sitting
        is_until = typed["says"] == "until"
        sitting.quorum_reason = typed["reason"]
        sitting.quorate, sitting.quorate_from = typed["says"] != "no", None
        sitting.inquorate_from = self.moment if is_until else None
        sitting.inquorate_from_item_id = (
            int(typed["until_item"]) if is_until and typed["until_item"] else None
        )
        return sitting


def said_of(sitting: Sitting) -> str:
    """What the form says of a sitting as it is kept."""
    if not sitting.quorum_reason:
        return "counted"
    if not sitting.quorate:
        return "no"
    return "until" if sitting.inquorate_from or sitting.inquorate_from_item_id else "yes"
