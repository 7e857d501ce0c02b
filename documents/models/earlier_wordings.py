"""What a recommendation said before it was worded anew in public."""

from django.conf import settings
from django.db import models


class EarlierWording(models.Model):
    """One wording of a recommendation that the public read, and why it was changed."""

    recommendation = models.ForeignKey(
        "documents.Recommendation", on_delete=models.CASCADE, related_name="earlier_wordings"
    )
    text = models.TextField()
    note = models.CharField(max_length=300)
    reworded_at = models.DateTimeField()
    reworded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # Kept for the record; the public is told only that there was one.
    is_hidden = models.BooleanField(default=False)

    class Meta:
        ordering = ["-reworded_at", "-pk"]

    def __str__(self):
        return f"{self.recommendation.label}, until {self.reworded_at:%d %B %Y}"
