"""Publications: reviews, reports and plans, with their files and what is still awaited."""

from django.db import models
from django.db.models import Q
from django.forms import CheckboxSelectMultiple
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from partnership.content.blocks.body import BodyBlock
from partnership.content.fields import BodyField
from partnership.content.models import BasePage
from partnership.content.partial_dates import machine_date, partial_date, precision_field
from partnership.content.visibility import audience_of
from programmes.models.organisations import with_names_on

from .states import Kind, State


class PublicationQuerySet(PageQuerySet):
    """Publications by state and by what they are about."""

    def awaited(self):
        """Those promised and not here yet."""
        return self.filter(state=State.AWAITED)

    def published(self):
        """Those that are here, or were: what was withdrawn or superseded stays in the list and says so."""
        return self.exclude(state=State.AWAITED)

    def withdrawn(self):
        """Those taken back, whose files are no longer to be had."""
        return self.filter(state=State.WITHDRAWN)

    def newest_first(self):
        """By date of publication; those whose date is not known come last."""
        return self.order_by(models.F("published_on").desc(nulls_last=True), "title")

    def of(self, organisation):
        """Those of an organisation, or with a file of its own."""
        return self.filter(Q(organisation=organisation) | Q(files__organisation=organisation)).distinct()

    def for_listing(self):
        """With what a row of a list shows."""
        return self.select_related("organisation").defer("body")

    def soonest_first(self):
        """By the date they are expected; those for which none is given come last."""
        return self.order_by(models.F("expected_on").asc(nulls_last=True), "title")


class PublicationPage(BasePage):
    """A review, report, plan or the like: what it says, and its files."""

    Kind = Kind
    State = State

    parent_page_types = ["documents.PublicationIndexPage"]
    subpage_types = []

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.REPORT)
    state = models.CharField(max_length=12, choices=State.choices, default=State.PUBLISHED, db_index=True)
    organisation = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="publications",
        verbose_name="owning organisation",
        help_text="Who publishes it. For an awaited one: who owes it.",
    )
    published_on = models.DateField(
        "published",
        null=True,
        blank=True,
        help_text="Leave empty if the date is not known; the page then says so.",
    )
    published_precision = precision_field()
    expected_on = models.DateField("expected", null=True, blank=True)
    expected_precision = precision_field()
    expected_basis = models.CharField(
        "basis of that date",
        max_length=300,
        blank=True,
        help_text="Who said when, or “No date has been given”.",
    )
    superseded_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="supersedes",
        help_text="The newer publication. Readers of this one and of its files are sent on to it.",
    )
    withdrawn_on = models.DateField("withdrawn", null=True, blank=True)
    withdrawn_reason = models.TextField(
        "public reason",
        blank=True,
        max_length=600,
        help_text="Why it was withdrawn. The page, the date and this reason stay; its files stop answering.",
    )
    areas_of_work = ParentalManyToManyField(
        "programmes.AreaOfWorkPage",
        blank=True,
        related_name="publications",
        verbose_name="programmes and collaboratives",
    )
    related_publications = ParentalManyToManyField(
        "self", blank=True, symmetrical=False, related_name="+", help_text="Such as an awaited response."
    )
    body = BodyField(BodyBlock(), blank=True)

    objects = PageManager.from_queryset(PublicationQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("state")]),
                FieldPanel("organisation"),
                FieldRowPanel([FieldPanel("published_on"), FieldPanel("published_precision")]),
            ],
            heading="Publication",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("expected_on"), FieldPanel("expected_precision")]),
                FieldPanel("expected_basis"),
            ],
            heading="If it is awaited",
        ),
        FieldPanel("body", help_text="Start each part with a heading; three or more make “on this page”."),
        InlinePanel(
            "files",
            heading="Files",
            label="File",
            help_text="One for each organisation, format or language.",
        ),
        MultiFieldPanel(
            [
                FieldPanel("areas_of_work", widget=CheckboxSelectMultiple),
                FieldPanel("related_publications", widget=CheckboxSelectMultiple),
            ],
            heading="Related",
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("kind"),
        index.FilterField("state"),
    ]

    class Meta:
        verbose_name = "publication"

    def publishing_problems(self, rows):
        problems = super().publishing_problems(rows)
        if not self.organisation:
            problems["organisation"] = "Say which organisation publishes it, or owes it."
        if self.state == State.AWAITED:
            if rows.get("files"):
                problems["state"] = "It has files, so it is no longer awaited. Choose “Published”."
            if not self.expected_on and not self.expected_basis:
                problems["expected_basis"] = "Give the expected date, or say that none has been given."
        elif not rows.get("files") and not self.body:
            problems["body"] = "Write what the publication says, or add its file."
        if self.state == State.SUPERSEDED and not self.superseded_by:
            problems["superseded_by"] = "Choose the newer publication."
        if self.superseded_by_id and self.superseded_by_id == self.pk:
            problems["superseded_by"] = "A publication cannot supersede itself."
        if self.state == State.WITHDRAWN:
            if not self.withdrawn_on:
                problems["withdrawn_on"] = "Give the date it was withdrawn."
            if not self.withdrawn_reason:
                problems["withdrawn_reason"] = "Say in public why it was withdrawn."
        return problems

    @property
    def is_awaited(self) -> bool:
        """Whether it was promised and is not here yet."""
        return self.state == State.AWAITED

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was taken back; its files are no longer to be had."""
        return self.state == State.WITHDRAWN

    @property
    def published(self) -> str:
        """When it was published, as far as that is known."""
        return partial_date(self.published_on, self.published_precision)

    @property
    def machine_published(self) -> str:
        """The same for <time datetime>."""
        return machine_date(self.published_on, self.published_precision)

    @property
    def expected(self) -> str:
        """When it is expected, as far as that is known."""
        return partial_date(self.expected_on, self.expected_precision)

    @property
    def machine_expected(self) -> str:
        """The same for <time datetime>."""
        return machine_date(self.expected_on, self.expected_precision)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        audience = audience_of(request)
        context["files"] = with_names_on(
            self.files.select_related("document", "organisation"), self.published_on
        )
        context["areas_of_work"] = audience.visible(self.areas_of_work.all())
        context["related_publications"] = audience.visible(self.related_publications.all()).select_related(
            "organisation"
        )
        newer = self.superseded_by
        context["newer"] = newer if newer and audience.may_see(newer) else None
        context["named_on"] = self.published_on
        return context
