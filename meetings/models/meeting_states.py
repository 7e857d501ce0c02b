"""Where a meeting stands: what people recorded, and until they do what the clock knows."""

from datetime import datetime

from django.db import models


class Status(models.TextChoices):
    """Where a meeting stands, as far as only people know; what the clock knows is worked out."""

    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    INQUORATE = "inquorate", "Inquorate"
    ADJOURNED = "adjourned", "Adjourned"
    ABANDONED = "abandoned", "Abandoned"
    CANCELLED = "cancelled", "Cancelled"
    POSTPONED = "postponed", "Postponed"
    MOVED = "moved", "Moved"


IN_PROGRESS, AWAITING_CONFIRMATION = "In progress", "Awaiting confirmation"
# What came of a meeting, as those say who were there.
OUTCOMES = (Status.HELD, Status.INQUORATE, Status.ADJOURNED, Status.ABANDONED)
# It does not take place on its day.
OFF = (Status.CANCELLED, Status.POSTPONED, Status.MOVED)
# The public is owed a reason.
NEEDS_REASON = (*OFF, Status.INQUORATE, Status.ADJOURNED, Status.ABANDONED)
# What the public is told at the top of the page.
HEADLINES = {
    Status.CANCELLED: "This meeting is cancelled",
    Status.POSTPONED: "This meeting is postponed. The new date will follow",
    Status.MOVED: "This meeting has moved to another date",
    Status.INQUORATE: "This meeting was inquorate: too few members were there to decide",
    Status.ADJOURNED: "This meeting was adjourned: it stopped before its business was done",
    Status.ABANDONED: "This meeting was abandoned",
}


class MeetingState(models.Model):
    """What people recorded of a meeting, why, and which meeting takes its place."""

    # "Draft minutes" or "Approved minutes", where whoever asked for the meeting looked that up.
    minutes_stage = ""
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PLANNED)
    status_reason = models.TextField(
        "public reason",
        blank=True,
        max_length=600,
        help_text="Shown on the page. Needed unless the meeting is planned or was held.",
    )
    successor = models.ForeignKey(
        "meetings.MeetingPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="predecessors",
        verbose_name="meeting that takes its place",
        help_text="For a meeting that moved or was adjourned. Each page then links to the other.",
    )
    resumes_at = models.DateTimeField(
        "goes on",
        null=True,
        blank=True,
        help_text="For an adjourned meeting: when it goes on, if that has no page. London time.",
    )

    class Meta:
        abstract = True

    def publishing_problems(self, rows):
        problems = super().publishing_problems(rows)
        if self.status in NEEDS_REASON and not self.status_reason.strip():
            problems["status_reason"] = f"Say in public why the meeting {self.status_in_words}."
        if self.status == Status.MOVED and not self.successor_id:
            problems["successor"] = "Choose the meeting that takes its place."
        if self.successor_id and self.successor_id == self.pk:
            problems["successor"] = "A meeting cannot take its own place: choose another."
        if self.status == Status.ADJOURNED and not (self.successor_id or self.resumes_at):
            problems["resumes_at"] = "Say when it goes on, or choose the meeting at which it does."
        return problems

    def state_at(self, now: datetime) -> str:
        """What the public is told: how far its minutes are, or what was recorded; until then what the clock knows."""
        if self.status == Status.HELD and self.minutes_stage:
            return self.minutes_stage
        if self.status != Status.PLANNED or self.ends_at is None or self.starts_at is None:
            return self.get_status_display()
        if now >= self.ends_at:
            return AWAITING_CONFIRMATION
        return IN_PROGRESS if now >= self.starts_at else self.get_status_display()

    @property
    def status_in_words(self) -> str:
        """The status as it follows "the meeting": "is cancelled", "was adjourned"."""
        verb = {Status.MOVED: "has", Status.CANCELLED: "is", Status.POSTPONED: "is"}.get(self.status, "was")
        return f"{verb} {self.get_status_display().lower()}"

    @property
    def headline(self) -> str:
        """What the page says first where the meeting did not go as planned; "" where it did."""
        return HEADLINES.get(self.status, "")

    @property
    def is_off(self) -> bool:
        """Whether it does not take place on its day."""
        return self.status in OFF
