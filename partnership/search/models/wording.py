"""What editors teach the search: words that mean the same, and the page that answers a search best."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, PageChooserPanel

from ..query import understand


def as_looked_for(words: str) -> tuple[str, ...]:
    """The stems that a search for these words looks for."""
    return tuple(stem for term in understand(words).terms for stem in term.stems)


class WordLines(models.Model):
    """Words or names kept one to a line."""

    words = models.TextField(max_length=1000)

    class Meta:
        abstract = True

    def __str__(self):
        return ", ".join(self.lines)

    @property
    def lines(self) -> list[str]:
        """What stands on each line that has something on it."""
        return [line.strip() for line in self.words.splitlines() if line.strip()]

    def clean(self):
        super().clean()
        empty = [line for line in self.lines if not as_looked_for(line)]
        if empty:
            raise ValidationError({"words": f"“{empty[0]}” has no letters or numbers in it."})


class Synonym(WordLines):
    """Words and names that mean the same: whoever looks for one finds the others too."""

    panels = [
        FieldPanel(
            "words",
            heading="Words that mean the same",
            help_text="One to a line, two lines or more: the initials, the full name, what people say instead.",
        )
    ]

    class Meta:
        verbose_name = "words that mean the same"
        verbose_name_plural = "words that mean the same"

    def clean(self):
        super().clean()
        if len({as_looked_for(line) for line in self.lines}) < 2:
            raise ValidationError({"words": "Give at least two words or names, each on a line of its own."})


class Promotion(WordLines):
    """A page that stands above all results of some searches, as long as it is live and public."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(
        "what readers are told",
        max_length=160,
        blank=True,
        help_text="A sentence below its title; its own summary if empty.",
    )

    wagtail_reference_index_ignore = True
    panels = [
        FieldPanel(
            "words",
            heading="Searches",
            help_text="One to a line, as people type them. Capitals and endings make no difference.",
        ),
        PageChooserPanel("page", heading="Page to show first"),
        FieldPanel("reason"),
    ]

    class Meta:
        verbose_name = "promoted result"
