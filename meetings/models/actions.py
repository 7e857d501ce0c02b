"""What somebody is to do because a meeting said so, and what was reported of it."""

from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import Q

from documents.models.standing_reports import StandingReport
from partnership.content.partial_dates import last_day, machine_date, partial_date, precision_field

from .agenda import Part


class ActionStatus(models.TextChoices):
    """Where an action stands, as somebody reported it. “Overdue” is worked out from the date."""

    OPEN = "open", "Open"
    IN_PROGRESS = "in_progress", "In progress"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


ENDED = (ActionStatus.DONE, ActionStatus.DROPPED)


class ActionQuerySet(models.QuerySet):
    """Actions by who may read them, and by the day."""

    def in_public_part(self):
        """Those that nobody keeps private: of no item, of Part A, or of what was released."""
        released = Q(item=None) | Q(item__part=Part.A) | Q(item__released_at__isnull=False)
        return self.filter(released, in_private=False)

    def public(self):
        """Those that the public may read while their meeting's page is there."""
        return self.in_public_part().filter(Q(item=None) | Q(item__published_at__isnull=False))

    def shown_to(self, audience):
        """Those that an audience may read."""
        meetings = audience.visible(apps.get_model("meetings", "MeetingPage").objects.all())
        return self.public().filter(meeting__in=meetings.values("pk"))

    def outstanding(self):
        """Those that have not ended."""
        return self.exclude(status__in=ENDED)

    def overdue(self, today: date):
        """Those whose day has passed, and that have not ended."""
        return self.outstanding().filter(due_by__lt=today)

    def latest_first(self):
        """Those of the latest meeting first, each meeting's as they were written."""
        return self.order_by("-meeting__starts_at", "-meeting_id", "pk")

    def most_urgent_first(self):
        """What has not ended before what has, by the day it is due; what is due on no day last."""
        has_ended = models.Case(models.When(status__in=ENDED, then=1), default=0)
        return self.order_by(has_ended, models.F("due_by").asc(nulls_last=True), "pk")


class Action(models.Model):
    """What somebody is to do because a meeting said so, by when, and where that stands."""

    committee = models.ForeignKey(
        "meetings.CommitteePage", on_delete=models.CASCADE, related_name="actions", editable=False
    )
    meeting = models.ForeignKey("meetings.MeetingPage", on_delete=models.CASCADE, related_name="actions")
    item = models.ForeignKey(
        "meetings.AgendaItem",
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="actions",
        verbose_name="agenda item",
    )
    text = models.TextField("what is to be done", max_length=1000)
    owner = models.CharField(
        max_length=200, help_text="A post or a person, as the public may read it: “Director of Nursing”."
    )
    organisation = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="meeting_actions",
        help_text="Whose action it is, where it is one organisation’s.",
    )
    area_of_work = models.ForeignKey(
        "programmes.AreaOfWorkPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="meeting_actions",
        verbose_name="programme or collaborative",
        help_text="Empty: that of its agenda item.",
    )
    due_on = models.DateField("due", null=True, blank=True)
    due_precision = precision_field()
    # The last day that the due date may mean: what is due in March is overdue in April.
    due_by = models.DateField(null=True, editable=False, db_index=True)
    status = models.CharField(max_length=11, choices=ActionStatus.choices, default=ActionStatus.OPEN)
    status_note = models.CharField(
        "note for the public",
        max_length=300,
        blank=True,
        help_text="What is the case now, in a sentence. Every report is kept and shown with its date.",
    )
    in_private = models.BooleanField(
        "only the committee may read it",
        default=False,
        help_text="What follows from Part B stays private, also when its item is released, until you untick this.",
    )
    answers = models.ManyToManyField(
        "documents.Recommendation",
        blank=True,
        related_name="answering_actions",
        verbose_name="recommendations that it answers",
    )

    objects = ActionQuerySet.as_manager()

    # What names a programme or an organisation is listed in the admin; a private action must not be.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.text[:80]

    def save(self, *args, **kwargs):
        self.due_by = last_day(self.due_on, self.due_precision)
        super().save(*args, **kwargs)

    @property
    def is_private(self) -> bool:
        """Whether only the committee may read it."""
        return self.in_private or bool(self.item and self.item.is_private)

    @property
    def has_ended(self) -> bool:
        """Whether nothing more is to be done."""
        return self.status in ENDED

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed and it has not ended."""
        return bool(self.due_by and self.due_by < today and not self.has_ended)

    @property
    def due(self) -> str:
        """When it is due, as far as that is known: “March 2026”."""
        return partial_date(self.due_on, self.due_precision)

    @property
    def due_machine(self) -> str:
        """The same for a <time> element."""
        return machine_date(self.due_on, self.due_precision)

    @property
    def anchor(self) -> str:
        """Where on a page it stands."""
        return f"action-{self.pk}"


class ActionReport(StandingReport):
    """One report of where an action stands, with what was changed in it by the way. Never changed."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="history")
    status = models.CharField(max_length=11, choices=ActionStatus.choices)
    changed = models.CharField(max_length=400, blank=True)

    # Of a private action as well.
    wagtail_reference_index_ignore = True

    class Meta(StandingReport.Meta):
        abstract = False

    def __str__(self):
        return f"{self.get_status_display()}, {self.reported_at:%d %B %Y}"
