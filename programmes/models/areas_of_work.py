"""Areas of work: programmes, workstreams and provider collaboratives."""

from operator import attrgetter

from django.db import models
from django.db.models import F, Q
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from partnership.content.blocks.body import BodyBlock
from partnership.content.fields import BodyField
from partnership.content.models import BasePage
from partnership.content.partial_dates import machine_date, partial_date, precision_field
from partnership.content.visibility import audience_of

from .figures import ImpactFigure
from .organisations import with_names_on
from .people import Role
from .stories import StoryPage


class Status(models.TextChoices):
    """Where a piece of work stands."""

    ACTIVE = "active", "Active"
    COMPLETED = "completed", "Completed"
    DECOMMISSIONED = "decommissioned", "Decommissioned"


ENDED = {Status.COMPLETED, Status.DECOMMISSIONED}


class AreaOfWorkQuerySet(PageQuerySet):
    """Areas of work, by kind and by who takes part."""

    def involving(self, organisation):
        """Those that an organisation takes part in or that are its own."""
        return self.filter(
            Q(organisation_parts__organisation=organisation) | Q(attributed_to=organisation)
        ).distinct()

    def for_listing(self):
        """With what a row of a list shows."""
        return self.select_related("attributed_to").defer("body")

    def in_order(self):
        """By kind, and within a kind as editors arranged them."""
        return self.order_by("kind", "path")

    def by_owner(self):
        """The partnership's own first, then those of others by name; each in order."""
        return self.order_by(F("attributed_to__name").asc(nulls_first=True), "kind", "path")


class AreaOfWorkPage(BasePage):
    """What programmes and provider collaboratives have in common; never made by itself."""

    class Kind(models.TextChoices):
        """The kinds of work that the partnership names."""

        COLLABORATIVE = "collaborative", "Provider collaborative"
        PROGRAMME = "programme", "Programme"
        WORKSTREAM = "workstream", "Workstream"

    is_creatable = False
    subpage_types = []
    STORIES_SHOWN = 12

    kind = models.CharField(max_length=14, choices=Kind.choices, default=Kind.PROGRAMME, db_index=True)
    status = models.CharField(max_length=14, choices=Status.choices, default=Status.ACTIVE, db_index=True)
    ended_on = models.DateField(
        "ended", null=True, blank=True, help_text="When it was completed or decommissioned."
    )
    ended_precision = precision_field()
    ended_reason = models.TextField(
        "public reason",
        blank=True,
        max_length=600,
        help_text="Why it ended, in words for the public. Shown on the page.",
    )
    attributed_to = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attributed_work",
        help_text="Whose work it is, if not this partnership's own.",
    )
    places = ParentalManyToManyField(
        "programmes.Place", blank=True, related_name="areas_of_work", verbose_name="places covered"
    )
    body = BodyField(BodyBlock(), blank=True)

    objects = PageManager.from_queryset(AreaOfWorkQuerySet)()

    status_panel = MultiFieldPanel(
        [
            FieldPanel("status"),
            FieldRowPanel([FieldPanel("ended_on"), FieldPanel("ended_precision")]),
            FieldPanel("ended_reason"),
        ],
        heading="Status",
    )
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("kind"),
        index.FilterField("status"),
    ]

    class Meta:
        verbose_name = "programme or collaborative"
        verbose_name_plural = "programmes and collaboratives"

    def publishing_problems(self, rows):
        problems = super().publishing_problems(rows)
        if self.status in ENDED:
            ended = self.get_status_display().lower()
            if not self.ended_on:
                problems["ended_on"] = f"Give the date it was {ended}."
            if not self.ended_reason:
                problems["ended_reason"] = f"Say in public why it was {ended}."
        return problems

    @property
    def ended(self) -> str:
        """When it ended, as far as that is known: "March 2021"."""
        return partial_date(self.ended_on, self.ended_precision)

    @property
    def machine_ended(self) -> str:
        """The same for <time datetime>."""
        return machine_date(self.ended_on, self.ended_precision)

    @property
    def has_ended(self) -> bool:
        """Whether it is no longer active."""
        return self.status in ENDED

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        audience = audience_of(request)
        today = timezone.localdate(audience.now)
        # Work that has ended names bodies as they were called then; a date left on active work is no such day.
        context["named_on"] = self.ended_on if self.has_ended else None
        context["today"] = today
        context["roles"] = Role.objects.in_work(self).held_on(today).for_listing().in_order()
        parts = with_names_on(self.organisation_parts.all(), context["named_on"])
        # Those who play the same part stand together; within it they stay as editors arranged them.
        context["parts"] = sorted(parts, key=attrgetter("rank"))
        context["stories"] = audience.visible(StoryPage.objects.about(self)).for_listing()[
            : self.STORIES_SHOWN
        ]
        context["figures"] = ImpactFigure.objects.shown_on(self).for_listing()
        return context


class ProgrammePage(AreaOfWorkPage):
    """A programme or a workstream: work that the partners do together."""

    parent_page_types = ["programmes.OurWorkIndexPage"]
    subpage_types = ["programmes.StoryPage"]

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("attributed_to", heading="Whose work")]),
        AreaOfWorkPage.status_panel,
        FieldPanel("body", help_text="Start each part with a heading; three or more make “on this page”."),
        InlinePanel(
            "milestones",
            heading="Milestones",
            label="Milestone",
            help_text="What happened when. Shown as a timeline, earliest first.",
        ),
        InlinePanel(
            "organisation_parts",
            heading="Partner organisations",
            label="Organisation",
            help_text="Who takes part, and the part each plays.",
        ),
        FieldPanel("places", widget=CheckboxSelectMultiple),
    ]

    class Meta:
        verbose_name = "programme or workstream"

    def full_clean(self, *args, **kwargs):
        # The one kind that has a page type of its own is not to be had here.
        if self.kind == self.Kind.COLLABORATIVE:
            self.kind = self.Kind.PROGRAMME
        super().full_clean(*args, **kwargs)


class ProviderCollaborativePage(AreaOfWorkPage):
    """Providers that plan, commission and run a specialist service together, with one lead provider."""

    parent_page_types = ["programmes.OurWorkIndexPage"]
    subpage_types = ["programmes.StoryPage"]

    specialty = models.CharField(
        max_length=160, blank=True, help_text="The kind of care: adult secure, CAMHS Tier 4."
    )
    population_served = models.CharField(
        max_length=160,
        blank=True,
        help_text="Whom it serves and how many: “3.6 million people in south London”.",
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("specialty"),
                FieldPanel("population_served"),
                FieldPanel("attributed_to", heading="Whose work"),
            ],
            heading="Collaborative",
        ),
        AreaOfWorkPage.status_panel,
        FieldPanel("body", help_text="Start each part with a heading; three or more make “on this page”."),
        InlinePanel(
            "organisation_parts",
            heading="Lead provider and members",
            label="Organisation",
            help_text="The lead provider, the members, and the part each plays.",
        ),
        InlinePanel(
            "commissioned_services",
            heading="Services commissioned",
            label="Service",
            help_text="What the collaborative commissions, and from whom.",
        ),
        InlinePanel(
            "milestones",
            heading="Milestones",
            label="Milestone",
            help_text="What happened when. Shown as a timeline, earliest first.",
        ),
        FieldPanel("places", widget=CheckboxSelectMultiple),
    ]
    search_fields = [*AreaOfWorkPage.search_fields, index.SearchField("specialty")]

    class Meta:
        verbose_name = "provider collaborative"

    def full_clean(self, *args, **kwargs):
        self.kind = self.Kind.COLLABORATIVE
        super().full_clean(*args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["services"] = with_names_on(self.commissioned_services.all(), context["named_on"], "provider")
        return context
