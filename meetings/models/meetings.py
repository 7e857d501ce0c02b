"""Meetings."""

from datetime import datetime

from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Length, Substr
from django.utils import timezone
from django.utils.cache import patch_cache_control
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from documents.readiness import problem_with
from partnership.content.blocks.body import BodyBlock
from partnership.content.fields import BodyField
from partnership.content.models import BasePage
from partnership.content.visibility import audience_of

from ..agenda.panel import AgendaPanel
from ..agenda.reading import read_agenda, reads_part_b
from ..clock import clock_times


class Status(models.TextChoices):
    """Where a meeting stands, as far as only people know; what the clock knows is worked out."""

    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"


class MeetingQuerySet(PageQuerySet):
    """Meetings by time."""

    def coming(self, now: datetime):
        """Those not over yet, soonest first; one in progress counts as coming."""
        return self.filter(ends_at__gt=now).order_by("starts_at", "pk")

    def past(self, now: datetime):
        """Those that are over, latest first."""
        return self.filter(ends_at__lte=now).order_by("-starts_at", "-pk")

    def next(self, now: datetime):
        """The next one that will take place, or None."""
        return self.coming(now).filter(status=Status.PLANNED).first()

    def for_listing(self):
        """With what a row of a list shows; the committee's title comes along, so no row costs a query."""
        parent_path = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - MeetingPage.steplen)
        committee = Page.objects.filter(path=parent_path)
        return self.defer("body").annotate(committee_title=Subquery(committee.values("title")[:1]))


class MeetingPage(BasePage):
    """One meeting of a committee: when, where and how to join; its agenda is kept beside it."""

    parent_page_types = ["meetings.CommitteePage"]
    subpage_types = []

    starts_at = models.DateTimeField("starts", null=True, db_index=True, help_text="London time.")
    ends_at = models.DateTimeField("ends", null=True, db_index=True, help_text="London time.")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PLANNED)
    status_reason = models.TextField(
        "public reason", blank=True, max_length=600, help_text="Needed when a meeting is cancelled."
    )
    part_label = models.CharField(
        "name of the public part",
        max_length=80,
        blank=True,
        help_text="As people know it: “Common Part A”.",
    )
    join_url = models.URLField(
        "link to join the public part",
        blank=True,
        max_length=1000,
        help_text="Shown until the meeting ends. Never the link of a private part.",
    )
    venue = models.TextField(blank=True, max_length=600, help_text="Where it is held, and how to get in.")
    body = BodyField(BodyBlock(), blank=True)

    objects = PageManager.from_queryset(MeetingQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("part_label"),
                FieldPanel("venue"),
                FieldPanel("join_url"),
            ],
            heading="When and where",
        ),
        MultiFieldPanel([FieldPanel("status"), FieldPanel("status_reason")], heading="Status"),
        FieldPanel("body", help_text="What the meeting considers, or what came of it."),
        AgendaPanel(heading="Agenda and papers"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("starts_at"),
        index.FilterField("status"),
    ]

    class Meta:
        verbose_name = "meeting"

    def publishing_problems(self, rows):
        problems = super().publishing_problems(rows)
        if not self.starts_at:
            problems["starts_at"] = "Say when the meeting starts."
        if not self.ends_at:
            problems["ends_at"] = "Say when the meeting ends."
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            problems["ends_at"] = "The meeting must end after it starts."
        if self.status == Status.CANCELLED and not self.status_reason:
            problems["status_reason"] = "Say in public why the meeting is cancelled."
        if problem := problem_with(paper.document for paper in rows.get("papers", []) if paper.document_id):
            problems["papers"] = problem
        return problems

    def join_link_shows(self, now: datetime) -> bool:
        """Whether the public may be shown how to join at `now`: planned, with a link, and not over."""
        return bool(
            self.join_url
            and self.status == Status.PLANNED
            and self.ends_at is not None
            and now < self.ends_at
        )

    def state_at(self, now: datetime) -> str:
        """What the public is told: what people recorded, and until then what the clock knows."""
        if self.status != Status.PLANNED or self.ends_at is None or self.starts_at is None:
            return self.get_status_display()
        if now >= self.ends_at:
            return "Awaiting confirmation"
        return "In progress" if now >= self.starts_at else "Planned"

    @property
    def is_cancelled(self) -> bool:
        """Whether it will not take place, or did not."""
        return self.status == Status.CANCELLED

    @property
    def times(self) -> str:
        """From when to when, in London: "9am to 9.45am"."""
        return clock_times(self.starts_at, self.ends_at)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        audience = audience_of(request)
        now = audience.now
        context["committee"] = self.get_parent()
        context["state"] = self.state_at(now)
        context["join_link_shows"] = self.join_link_shows(now)
        context["agenda"] = read_agenda(self, reads_part_b(request, self), audience)
        context["named_on"] = timezone.localdate(self.starts_at) if self.starts_at else None
        return context

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        if response.context_data["agenda"].with_part_b:
            patch_cache_control(response, private=True, no_store=True)
        return response
