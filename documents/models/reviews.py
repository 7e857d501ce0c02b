"""What a review says about itself."""

from django.db import models
from django.utils.html import strip_tags
from wagtail.fields import RichTextField

PLAIN_TEXT = ["bold", "link", "document-link", "ul", "ol"]


class ReviewFacts(models.Model):
    """What was reviewed, what came of it, and what happened next."""

    subject_reviewed = models.CharField(
        max_length=200, blank=True, help_text="The service, model or event that was looked at."
    )
    outcome = models.TextField(
        max_length=600, blank=True, help_text="What the review came to, in one to three plain sentences."
    )
    what_happened_next = RichTextField(
        blank=True,
        features=PLAIN_TEXT,
        help_text="What was done because of it, and what is still to come. Keep it up to date.",
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        # An editor's field that nothing was written in still holds an empty paragraph.
        if not strip_tags(self.what_happened_next).strip():
            self.what_happened_next = ""

    @property
    def has_review_facts(self) -> bool:
        """Whether there is anything to show of what was reviewed and what came of it."""
        return bool(self.subject_reviewed or self.outcome or self.what_happened_next)
