"""Impact figures: what the work has changed, in numbers that can be checked."""

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

from partnership.content.visibility import Audience

from ..pictograms import Pictogram, pictogram
from ..plain_numbers import PlainNumberInput, without_idle_zeros

# Units that stand right beside the number.
SIGNS = {"£", "%"}


class ImpactFigureQuerySet(models.QuerySet):
    """Figures by where they show and whether they are still fresh."""

    def successes(self):
        """Those drawn on the home page."""
        return self.filter(on_home_page=True)

    def shown_on(self, page):
        """Those that a page shows; none in the preview of a page that was never saved."""
        return self.filter(page__in=[page.pk])

    def for_listing(self):
        """With whose they are and where they come from."""
        return self.select_related("organisation", "source_page")

    def due_review(self, today: date):
        """Those whose review date has come."""
        return self.filter(review_on__lte=today)


class ImpactFigure(index.Indexed, models.Model):
    """A number with what it counts, for when, and where it comes from."""

    class Qualifier(models.TextChoices):
        """How exact the number is."""

        EXACT = "exact", "Exactly"
        OVER = "over", "More than"
        ABOUT = "about", "About"

    value = models.DecimalField(
        max_digits=15, decimal_places=2, help_text="The number in full: 81000000 is shown as “81 million”."
    )
    qualifier = models.CharField(
        max_length=5,
        choices=Qualifier.choices,
        default=Qualifier.EXACT,
        help_text="“More than” is shown as 250+.",
    )
    unit = models.CharField(
        max_length=30,
        blank=True,
        help_text="What stands with the number: “items”, “people”, “%”, “£” or “times”. May be empty.",
    )
    in_words = models.CharField(
        max_length=30,
        blank=True,
        help_text="Where a word says it better: “Doubled”. Shown in place of the number and its unit.",
    )
    counts = models.CharField("what it counts", max_length=160)
    period = models.CharField(
        max_length=80, blank=True, help_text="The time it covers: “in 12 months”, “2019”."
    )
    as_of = models.DateField(
        "as of", null=True, blank=True, help_text="The day the number was true, if it is known."
    )
    review_on = models.DateField(
        "review by", null=True, blank=True, help_text="From this day on editors are asked to check it."
    )
    source_page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The page or publication it comes from.",
    )
    source_url = models.URLField("or an address elsewhere", blank=True)
    source_title = models.CharField(
        "or the source in words", max_length=200, blank=True, help_text="Where no address can be given."
    )
    organisation = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="figures",
        help_text="Whose figure it is, if not the partnership's own.",
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="impact_figures",
        verbose_name="shown on",
        help_text="The programme, collaborative or story that shows it.",
    )
    on_home_page = models.BooleanField("shown on the home page", default=False)
    sort_order = models.PositiveSmallIntegerField("order", default=0)

    objects = ImpactFigureQuerySet.as_manager()

    panels = [
        FieldRowPanel(
            [FieldPanel("qualifier"), FieldPanel("value", widget=PlainNumberInput), FieldPanel("unit")]
        ),
        FieldPanel("in_words"),
        FieldPanel("counts"),
        FieldRowPanel([FieldPanel("period"), FieldPanel("as_of"), FieldPanel("review_on")]),
        MultiFieldPanel(
            [PageChooserPanel("source_page"), FieldPanel("source_url"), FieldPanel("source_title")],
            heading="Source",
        ),
        MultiFieldPanel(
            [
                PageChooserPanel(
                    "page",
                    [
                        "programmes.ProgrammePage",
                        "programmes.ProviderCollaborativePage",
                        "programmes.StoryPage",
                    ],
                ),
                FieldPanel("organisation"),
                FieldRowPanel([FieldPanel("on_home_page"), FieldPanel("sort_order")]),
            ],
            heading="Where it shows",
        ),
    ]
    search_fields = [index.SearchField("counts"), index.AutocompleteField("counts")]

    class Meta:
        ordering = ["sort_order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(source_page__isnull=False) | ~Q(source_url="") | ~Q(source_title=""),
                name="figure_has_a_source",
                violation_error_message="Say where the figure comes from.",
            )
        ]

    def __str__(self):
        return f"{self.shown} {self.counts}"

    @property
    def plain_value(self) -> str:
        """The number for a spreadsheet: "250", "81000000"."""
        return without_idle_zeros(self.value)

    @property
    def number(self) -> str:
        """The number as people read it, without its unit: "81 million", "250+", "3.6 million+"."""
        value, scale = self.value, ""
        for size, word in ((Decimal(10**9), " billion"), (Decimal(10**6), " million")):
            if abs(value) >= size:
                value, scale = value / size, word
                break
        # Large ones to two places.
        digits = without_idle_zeros(value, grouped=True)
        plus = "+" if self.qualifier == self.Qualifier.OVER else ""
        about = "about " if self.qualifier == self.Qualifier.ABOUT else ""
        return f"{about}{digits}{scale}{plus}"

    @property
    def headline(self) -> str:
        """The number with a unit that is a sign, or the words in its place: "£81 million", "75%", "Doubled"."""
        if self.in_words:
            return self.in_words
        if self.unit == "£":
            return f"£{self.number}"
        return f"{self.number}%" if self.unit == "%" else self.number

    @property
    def unit_in_words(self) -> str:
        """The unit where it is a word: "people"."""
        return "" if self.in_words or self.unit in SIGNS else self.unit

    @property
    def shown(self) -> str:
        """The number with its unit: "£81 million", "75%", "250+ people"."""
        return f"{self.headline} {self.unit_in_words}".strip()

    @property
    def pictogram(self) -> Pictogram | None:
        """The number as dots, where dots can be true to it: not where words stand for it."""
        return None if self.in_words else pictogram(self.value, self.unit)

    def source_for(self, audience: Audience) -> tuple[str, str]:
        """Where it comes from, for this audience: words, and an address where there is one to follow, else ""."""
        if self.source_page and audience.may_see(self.source_page):
            return self.source_title or self.source_page.title, self.source_page.url or ""
        return self.source_title or self.source_url, self.source_url

    def is_due_review(self, today: date) -> bool:
        """Whether its review date has come."""
        return self.review_on is not None and self.review_on <= today
