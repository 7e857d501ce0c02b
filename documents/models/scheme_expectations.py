"""What the publication scheme promises: what is to be published, and how often."""

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from .scheme_classes import SchemeClass
from .states import Kind

MONTHS_IN = {"monthly": 1, "quarterly": 3, "yearly": 12}


class SchemeExpectation(models.Model):
    """Something to be published again and again: "Minutes of the board, every month"."""

    class Frequency(models.TextChoices):
        """How often."""

        MONTHLY = "monthly", "Every month"
        QUARTERLY = "quarterly", "Every quarter"
        YEARLY = "yearly", "Every year"

    title = models.CharField("what", max_length=160, help_text="As readers call it: “Minutes of the board”.")
    scheme_class = models.CharField(
        "publication scheme class",
        max_length=12,
        choices=[choice for choice in SchemeClass.choices if choice[0] != SchemeClass.NONE],
    )
    frequency = models.CharField("how often", max_length=10, choices=Frequency.choices)
    starts_on = models.DateField(
        "since", help_text="The first day from which it is expected. Earlier gaps are not looked for."
    )
    days_allowed = models.PositiveSmallIntegerField(
        default=60, help_text="How many days after the end of a month, quarter or year it may take."
    )
    kind = models.CharField(
        max_length=10, blank=True, choices=Kind.choices, help_text="Only publications of this kind count."
    )
    organisation = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Only publications of this organisation count.",
    )
    title_words = models.CharField(
        "words in the title", max_length=80, blank=True, help_text="Only publications with these words count."
    )

    panels = [
        FieldPanel("title"),
        FieldPanel("scheme_class"),
        FieldRowPanel([FieldPanel("frequency"), FieldPanel("starts_on")]),
        FieldPanel("days_allowed"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("organisation")]),
                FieldPanel("title_words"),
            ],
            heading="What counts",
            help_text="Publications of the same class count, by the period they cover or the day they were published.",
        ),
    ]

    class Meta:
        ordering = ["scheme_class", "title"]
        verbose_name = "expected publication"

    def __str__(self):
        return self.title

    @property
    def months(self) -> int:
        """How many months one period has."""
        return MONTHS_IN[self.frequency]
