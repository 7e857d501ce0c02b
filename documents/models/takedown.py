"""Emergency takedowns: a file that must not be public, out of reach at once."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Takedown(models.Model):
    """One emergency takedown: who took a document down, why, and what was decided afterwards."""

    class Outcome(models.TextChoices):
        """What the review afterwards decided."""

        OPEN = "open", "To be reviewed"
        RESTORED = "restored", "Put back"
        DESTROYED = "destroyed", "Destroyed"

    document = models.ForeignKey(
        "documents.CustomDocument", on_delete=models.PROTECT, related_name="takedowns"
    )
    public_reason = models.CharField(
        max_length=300,
        help_text="In general terms, for the public: “It contained personal information.” Never the information.",
    )
    taken_down_at = models.DateTimeField()
    taken_down_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.OPEN)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decision_reason = models.CharField(max_length=600, blank=True)

    class Meta:
        ordering = ["-taken_down_at"]
        permissions = [("take_down_document", "Can take a document down at once")]
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=Q(outcome="open"), name="one_open_takedown_of_a_document"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="destroyed") | ~Q(decided_by=F("taken_down_by")),
                name="destroyed_by_a_second_person",
                violation_error_message="Somebody else than who took it down must decide to destroy it.",
            ),
        ]

    def __str__(self):
        return f"{self.document}, taken down"
