"""What is remembered, for a day at most, to keep sign-ups from becoming a flood."""

from django.db import models


class Attempt(models.Model):
    """Somebody asked for e-mail: a keyed digest of who, never who itself."""

    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["digest", "at"], name="alerts_attempts")]

    def __str__(self):
        return f"Attempt at {self.at}"
