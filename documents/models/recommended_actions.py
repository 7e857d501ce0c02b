"""What is done about a recommendation: actions, where each stands, and what was reported of it when."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from .standing_reports import StandingReport


class ActionStatus(models.TextChoices):
    """Where an action stands, as somebody reported it. “Overdue” is worked out from the date."""

    NOT_STARTED = "not_started", "Not started"
    IN_PROGRESS = "in_progress", "In progress"
    DONE = "done", "Done"
    NOT_NEEDED = "not_needed", "No longer needed"


ENDED = (ActionStatus.DONE, ActionStatus.NOT_NEEDED)


class Progress(models.TextChoices):
    """Where a recommendation stands: what follows from its actions and the day."""

    DONE = "done", "Done"
    IN_PROGRESS = "in_progress", "In progress"
    OVERDUE = "overdue", "Overdue"
    NOT_STARTED = "not_started", "Not started"
    NO_ACTION = "no_action", "No action recorded"
    NOT_NEEDED = "not_needed", "No longer needed"


class ActionQuerySet(models.QuerySet):
    """Actions by the day."""

    def overdue(self, today: date):
        """Those whose day has passed, and that have not ended."""
        return self.filter(due_on__lt=today).exclude(status__in=ENDED)


class RecommendedAction(models.Model):
    """What somebody will do about a recommendation, by when, and where that stands."""

    recommendation = ParentalKey("documents.Recommendation", on_delete=models.CASCADE, related_name="actions")
    text = models.TextField("action", max_length=1000)
    owner_role = models.CharField(
        "owner: role", max_length=120, blank=True, help_text="Such as “Director of Nursing”."
    )
    owner_organisation = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="recommended_actions",
        verbose_name="owner: organisation",
    )
    owner_person = models.ForeignKey(
        "programmes.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="recommended_actions",
        verbose_name="owner: person",
        help_text="Only somebody who has a public role.",
    )
    due_on = models.DateField("due", null=True, blank=True)
    status = models.CharField(max_length=12, choices=ActionStatus.choices, default=ActionStatus.NOT_STARTED)
    status_note = models.CharField(
        "note for the public",
        max_length=300,
        blank=True,
        help_text="What is the case now, in a sentence. Every change of the status or of this note is kept and shown "
        "with its date.",
    )
    evidence_document = models.ForeignKey(
        "documents.CustomDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="evidence_for",
        verbose_name="evidence: document",
        help_text="A file that shows what was done. It is public as long as this recommendation is.",
    )
    evidence_publication = models.ForeignKey(
        "documents.PublicationPage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="evidence_for",
        verbose_name="evidence: publication",
    )

    objects = models.Manager.from_queryset(ActionQuerySet)()

    panels = [
        FieldPanel("text"),
        FieldPanel("owner_role"),
        FieldRowPanel([FieldPanel("owner_organisation"), FieldPanel("owner_person")]),
        FieldRowPanel([FieldPanel("due_on"), FieldPanel("status")]),
        FieldPanel("status_note"),
        FieldRowPanel([FieldPanel("evidence_document"), FieldPanel("evidence_publication")]),
    ]

    class Meta:
        ordering = ["pk"]
        verbose_name = "action"

    def __str__(self):
        return self.text[:80]

    def clean(self):
        if not (self.owner_role or self.owner_organisation_id or self.owner_person_id):
            raise ValidationError({"owner_role": "Say who owns it: a role, an organisation or a person."})
        if self.status == ActionStatus.NOT_NEEDED and not self.status_note:
            raise ValidationError({"status_note": "Say in public why it is no longer needed."})

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed and it has not ended."""
        return bool(self.due_on and self.due_on < today and self.status not in ENDED)

    def status_on(self, today: date) -> tuple[str, str]:
        """Where it stands on a day, as a value and in words."""
        if self.is_overdue(today):
            return Progress.OVERDUE, Progress.OVERDUE.label
        return self.status, self.get_status_display()

    @property
    def owner(self) -> str:
        """Who owns it, in words."""
        person = self.owner_person.name if self.owner_person else ""
        organisation = self.owner_organisation.name if self.owner_organisation else ""
        return ", ".join(filter(None, [person, self.owner_role, organisation]))


class ActionHistory(StandingReport):
    """One report of where an action stands: by whom, when, and what the public was told. Never changed."""

    action = models.ForeignKey(RecommendedAction, on_delete=models.CASCADE, related_name="history")
    status = models.CharField(max_length=12, choices=ActionStatus.choices)

    class Meta(StandingReport.Meta):
        abstract = False
        verbose_name_plural = "action histories"

    def __str__(self):
        return f"{self.get_status_display()}, {self.reported_at:%d %B %Y}"
