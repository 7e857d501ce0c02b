"""What is awaited: who sees to it, when it is expected, and every date that was ever given for it."""

from datetime import date, datetime
from itertools import pairwise

from django.conf import settings
from django.db import models
from django.utils import timezone

from partnership.content.partial_dates import last_day, machine_date, partial_date, precision_field

from .states import State


class Waiting(models.Model):
    """That something was promised: when it is expected and who says so."""

    expected_on = models.DateField("expected", null=True, blank=True)
    expected_precision = precision_field()
    expected_basis = models.CharField(
        "basis of that date",
        max_length=300,
        blank=True,
        help_text="Who said when, or “No date has been given”.",
    )
    date_change_reason = models.CharField(
        "public reason for the change of date",
        max_length=300,
        blank=True,
        help_text="Only if you change the expected date. It is shown with the date before, and both stay.",
    )
    person_in_charge = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Who is reminded by e-mail 4 weeks and 1 week before, on the day, and each week after. Otherwise it "
        "is whoever made this page.",
    )

    class Meta:
        abstract = True

    def publishing_problems(self, rows):
        problems = super().publishing_problems(rows)
        if self.state != State.AWAITED:
            return problems
        # With its file it is here: the wait ends as it goes live, and the date no longer matters.
        if rows.get("files"):
            return problems
        if not self.expected_on and not self.expected_basis:
            problems["expected_basis"] = "Give the expected date, or say that none has been given."
        last = self.expected_dates.first() if self.pk else None
        if last and not last.is_of(self) and self.date_change_reason in ("", last.reason):
            problems["date_change_reason"] = "Say in public why the expected date changed this time."
        return problems

    def end_wait(self, now: datetime) -> bool:
        """Take it for published, on the day that `now` is in London, if it is awaited and has its files; not saved."""
        if not self.is_awaited or not self.files.all():
            return False
        self.state = State.PUBLISHED
        self.published_on = self.published_on or timezone.localdate(now)
        return True

    @property
    def is_awaited(self) -> bool:
        """Whether it was promised and is not here yet."""
        return self.state == State.AWAITED

    @property
    def expected(self) -> str:
        """When it is expected, as far as that is known."""
        return partial_date(self.expected_on, self.expected_precision)

    @property
    def machine_expected(self) -> str:
        """The same for <time datetime>."""
        return machine_date(self.expected_on, self.expected_precision)

    @property
    def due_on(self) -> date | None:
        """The last day on which it would not be late; None where no date was given."""
        return last_day(self.expected_on, self.expected_precision)

    @property
    def earlier_dates(self) -> list[dict]:
        """The dates given before today's, the newest first, each with the date that took its place and why."""
        given = list(self.expected_dates.all()) if self.pk else []
        return [{"before": before, "date": after} for after, before in pairwise(given)]

    def days_late(self, today: date) -> int:
        """How many days it is late on a day; 0 where it is not, or where no date was given."""
        if not self.is_awaited or not self.due_on:
            return 0
        return max((today - self.due_on).days, 0)


class ExpectedDate(models.Model):
    """A date that was given in public for something awaited; a later one takes its place and does not remove it."""

    publication = models.ForeignKey(
        "documents.PublicationPage", on_delete=models.CASCADE, related_name="expected_dates"
    )
    expected_on = models.DateField(null=True)
    precision = precision_field()
    basis = models.CharField(max_length=300, blank=True)
    reason = models.CharField(
        max_length=300, blank=True, help_text="Why it changed; empty for the first date."
    )
    recorded_at = models.DateTimeField()

    # No editor asks where it is used.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-recorded_at", "-pk"]

    def __str__(self):
        return self.expected or "No date"

    def is_of(self, page: Waiting) -> bool:
        """Whether it is the date that a page gives."""
        return (self.expected_on, self.precision) == (page.expected_on, page.expected_precision)

    @property
    def expected(self) -> str:
        """The date, as far as it was known; "" where none was given."""
        return partial_date(self.expected_on, self.precision)


class Reminder(models.Model):
    """A reminder that something awaited is due: one for each step before and after the day, and only one."""

    publication = models.ForeignKey(
        "documents.PublicationPage", on_delete=models.CASCADE, related_name="reminders"
    )
    due_on = models.DateField(help_text="The day on which the publication is due.")
    step_on = models.DateField(help_text="The day of this reminder.")
    sent_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "due_on", "step_on"],
                name="one_reminder_a_step",
                violation_error_message="This reminder was sent already.",
            )
        ]

    def __str__(self):
        return f"{self.publication}, {self.step_on}"
