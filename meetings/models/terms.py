"""What a committee may do, as its organisations adopted it."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


class TermsOfReference(Orderable):
    """A version of a committee's terms of reference, with the day on which one organisation adopted it."""

    committee = ParentalKey(
        "meetings.CommitteePage", on_delete=models.CASCADE, related_name="terms_of_reference"
    )
    organisation = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Which organisation adopted it; empty for a committee of one organisation.",
    )
    version = models.CharField(max_length=40, help_text="“1.2”, “2024”.")
    adopted_on = models.DateField("adopted")
    document = models.ForeignKey(
        "documents.CustomDocument", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note = models.CharField(max_length=200, blank=True, help_text="What changed.")

    panels = [
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("version"), FieldPanel("adopted_on")]),
        FieldPanel("document"),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        ordering = ["-adopted_on", "sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "organisation", "version"],
                name="terms_are_adopted_once",
                violation_error_message="This organisation has adopted this version already.",
            )
        ]

    def __str__(self):
        return f"Terms of reference, {self.version}"
