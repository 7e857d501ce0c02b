"""When somebody on a committee last looked, and when its meetings were to be at that moment."""

from django.conf import settings
from django.db import models


class LastLooked(models.Model):
    """That somebody said they have seen what is new of a committee."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="last_looks", editable=False
    )
    committee = models.ForeignKey(
        "meetings.CommitteePage", on_delete=models.CASCADE, related_name="last_looks", editable=False
    )
    at = models.DateTimeField()
    # Start, end and status of each coming meeting by its key, so that a change can be told from what they know.
    times = models.JSONField(default=dict)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "committee"], name="one_last_look_at_a_committee")
        ]

    def __str__(self):
        return f"{self.user_id} at {self.committee_id}, {self.at}"
