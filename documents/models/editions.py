"""What a publication's page said to the public, from when to when, and why it changed."""

from django.conf import settings
from django.db import models


class Edition(models.Model):
    """One text of a publication that was public: the revision that held it, and from when to when it was live."""

    publication = models.ForeignKey(
        "documents.PublicationPage", on_delete=models.CASCADE, related_name="editions"
    )
    number = models.PositiveIntegerField()
    # Wagtail's command that purges old revisions leaves those alone that something protects.
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.PROTECT, related_name="+")
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True, blank=True)
    awaited = models.BooleanField(default=False, help_text="It only said that the publication is to come.")
    unchanged = models.BooleanField(default=False, help_text="The same text again, after a time unpublished.")
    hidden_at = models.DateTimeField(null=True, editable=False)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    hidden_reason = models.CharField(
        "public reason",
        max_length=300,
        help_text="In general terms, for the public: “It contained personal information.” Never the information.",
    )

    class Meta:
        ordering = ["-number"]
        verbose_name = "earlier version"
        constraints = [
            models.UniqueConstraint(fields=["publication", "number"], name="one_edition_of_a_number")
        ]

    def __str__(self):
        return f"{self.publication}, version {self.number}"


class Correction(models.Model):
    """One change of a publication after it was public, and what the public was told of it."""

    publication = models.ForeignKey(
        "documents.PublicationPage", on_delete=models.CASCADE, related_name="corrections"
    )
    note = models.CharField(max_length=300)
    corrected_at = models.DateTimeField()
    # The edition that the correction made.
    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="correction")

    class Meta:
        ordering = ["-corrected_at", "-pk"]

    def __str__(self):
        return f"{self.corrected_at:%d %B %Y}: {self.note}"
