"""What people need to be at a meeting."""

from django.db import models


class Arrangements(models.Model):
    """Where a meeting is and how to get in, what helps people to follow it, and who takes the chair."""

    chair = models.ForeignKey(
        "programmes.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    venue = models.TextField(
        blank=True, max_length=600, help_text="The building with its address, or “Online”."
    )
    access_information = models.TextField(
        "access",
        blank=True,
        max_length=600,
        help_text="Steps, lifts, hearing loop, parking, public transport.",
    )
    dial_in = models.TextField(
        "dialling in by phone",
        blank=True,
        max_length=300,
        help_text="The number, and what to key in. Shown as long as the link to join.",
    )
    interpreters = models.TextField(
        "interpreters and BSL",
        blank=True,
        max_length=400,
        help_text="What is arranged: British Sign Language, captions, spoken languages.",
    )
    adjustments = models.TextField(
        "how to ask for an adjustment",
        blank=True,
        max_length=400,
        help_text="Whom to ask, how, and until when.",
    )

    class Meta:
        abstract = True

    @property
    def has_arrangements(self) -> bool:
        """Whether there is anything to say of where it is and how to follow it."""
        said = (self.venue, self.access_information, self.dial_in, self.interpreters, self.adjustments)
        return bool(self.chair_id) or any(said)
