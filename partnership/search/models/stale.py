"""What has changed since it was read into the index."""

from django.db import models


class Stale(models.Model):
    """A thing to read anew. Written in the transaction that changes the thing, so that no change is ever missed.

    As long as it stands, no sentence of the thing is shown in results: it may have been taken out.
    """

    kind = models.CharField(max_length=30)
    key = models.BigIntegerField()
    attempts = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="stale_once")]

    def __str__(self):
        return f"{self.kind} {self.key}"
