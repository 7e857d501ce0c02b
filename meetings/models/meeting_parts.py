"""When a meeting is: the whole of it, the part held in public (Part A) and the part held in private (Part B)."""

from datetime import datetime

from django.db import models

from ..clock import clock_times


class MeetingParts(models.Model):
    """The times of a meeting and of its parts, each part with a name of its own."""

    starts_at = models.DateTimeField("starts", null=True, db_index=True, help_text="London time.")
    ends_at = models.DateTimeField("ends", null=True, db_index=True, help_text="London time.")
    part_label = models.CharField(
        "name of the public part",
        max_length=80,
        blank=True,
        help_text="As people know it: “Common Part A”.",
    )
    part_starts_at = models.DateTimeField(
        "public part starts", null=True, blank=True, help_text="Empty: with the meeting."
    )
    part_ends_at = models.DateTimeField(
        "public part ends",
        null=True,
        blank=True,
        help_text="Nobody can join from then on. Empty: with the meeting, or when the private part starts.",
    )
    private_label = models.CharField(
        "name of the private part",
        max_length=80,
        blank=True,
        help_text="As people know it: “Part B”. Empty: there is none.",
    )
    private_starts_at = models.DateTimeField("private part starts", null=True, blank=True)
    private_ends_at = models.DateTimeField(
        "private part ends", null=True, blank=True, help_text="Empty: with the meeting."
    )

    class Meta:
        abstract = True

    def publishing_problems(self, rows):
        problems = super().publishing_problems(rows)
        if not self.starts_at:
            problems["starts_at"] = "Say when the meeting starts."
        if not self.ends_at:
            problems["ends_at"] = "Say when the meeting ends."
        if not self.starts_at or not self.ends_at:
            return problems
        if self.ends_at <= self.starts_at:
            problems["ends_at"] = "The meeting must end after it starts."
            return problems
        for name in ("part_starts_at", "part_ends_at", "private_starts_at", "private_ends_at"):
            moment = getattr(self, name)
            if moment and not self.starts_at <= moment <= self.ends_at:
                problems[name] = "A part lies between the meeting’s start and its end."
        if self.public_ends_at <= self.public_starts_at:
            problems.setdefault("part_ends_at", "The public part must end after it starts.")
        if self.private_starts_at and (self.private_ends_at or self.ends_at) <= self.private_starts_at:
            problems.setdefault("private_starts_at", "The private part must end after it starts.")
        return problems

    @property
    def public_starts_at(self) -> datetime | None:
        """When Part A starts."""
        return self.part_starts_at or self.starts_at

    @property
    def public_ends_at(self) -> datetime | None:
        """When Part A ends: as it is said, or as the private part starts after it, or with the meeting."""
        if self.part_ends_at:
            return self.part_ends_at
        start = self.public_starts_at
        if start and self.private_starts_at and self.private_starts_at > start:
            return self.private_starts_at
        return self.ends_at

    @property
    def private_over_at(self) -> datetime | None:
        """When Part B ends."""
        return self.private_ends_at or self.ends_at

    @property
    def times(self) -> str:
        """From when to when, in London: "9am to 9.45am"."""
        return clock_times(self.starts_at, self.ends_at)

    @property
    def parts(self) -> list[dict]:
        """Its parts with their times, where it has more than one; in the order in which they are held."""
        if not (self.private_label or self.private_starts_at) or not self.starts_at:
            return []
        public = (self.public_starts_at, self.public_ends_at, self.part_label or "Part A", "held in public")
        label = self.private_label or "Part B"
        private = (self.private_starts_at, self.private_over_at, label, "held in private")
        ordered = [public, private]
        if self.private_starts_at and self.private_starts_at < self.public_starts_at:
            ordered.reverse()
        return [
            {"label": label, "held": held, "times": clock_times(start, end) if start else ""}
            for start, end, label, held in ordered
        ]
