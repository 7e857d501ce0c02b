"""What was reported about something and when: lines that are added and never changed."""

from django.conf import settings
from django.db import models


class RecordedForGoodError(Exception):
    """Somebody tried to change or remove a line of a history."""


class StandingReport(models.Model):
    """One line of a history: by whom, when, and what the public was told. Never changed."""

    note = models.CharField(max_length=300, blank=True)
    reported_at = models.DateTimeField()
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True
        ordering = ["-reported_at", "-pk"]

    def save(self, *args, **kwargs):
        if self.pk:
            raise RecordedForGoodError("What was reported is not changed; report anew.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise RecordedForGoodError("What was reported is not deleted.")
