"""Meetings."""

from datetime import datetime

from django.apps import apps
from django.db import transaction
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Length, Substr
from django.utils import timezone
from django.utils.cache import patch_cache_control
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail.url_routing import RouteResult

from documents.visibility import may_be_public
from partnership.content.blocks.body import BodyBlock
from partnership.content.fields import BodyField
from partnership.content.models import BasePage
from partnership.content.public_address import public_address
from partnership.content.visibility import audience_of

from ..agenda.panel import AgendaPanel
from ..agenda.reading import flat, read_agenda, reads_part_b
from ..announcements import announce, public_facts
from ..calendars.event_data import event_data
from ..joining.forms import MeetingPageForm
from ..joining.leading_on import WAYS_IN, private_link_for
from ..minutes.reading import AFTER_THE_MEETING, after_meeting, stage_of_meetings
from ..panels.meeting import JOINING, STATE, WHEN, WHERE
from ..questions.form_screen import ASK_SLUG, show_form
from ..records.reading import read_record
from .arrangements import Arrangements
from .joining import JoinablePart
from .meeting_parts import MeetingParts
from .meeting_states import OFF, MeetingState, Status
from .short_notice import ShortNotice

# What stands below a meeting's own address.
HERE = WAYS_IN | {ASK_SLUG: show_form}


class MeetingQuerySet(PageQuerySet):
    """Meetings by time."""

    def coming(self, now: datetime):
        """Those not over yet, soonest first; one in progress counts as coming."""
        return self.filter(ends_at__gt=now).order_by("starts_at", "pk")

    def past(self, now: datetime):
        """Those that are over, latest first."""
        return self.filter(ends_at__lte=now).order_by("-starts_at", "-pk")

    def planned(self, now: datetime):
        """Those that will take place, or do so now, soonest first."""
        return self.coming(now).filter(status=Status.PLANNED)

    def next(self, now: datetime):
        """The next one that will take place, or None."""
        return self.planned(now).first()

    def called_off_before(self, meeting, now: datetime):
        """The first that was to come before a meeting (or, for None, at all) and does not take place; or None."""
        off = self.coming(now).filter(status__in=OFF)
        return (off.filter(starts_at__lte=meeting.starts_at) if meeting else off).first()

    def of_committees(self, committees):
        """Those of the committees of a queryset."""
        parent_path = Substr("path", 1, Length("path") - MeetingPage.steplen)
        return self.alias(parent_path=parent_path).filter(
            parent_path__in=committees.order_by().values("path")
        )

    def for_listing(self):
        """With what a row of a list shows; the committee's title comes along, so no row costs a query."""
        parent_path = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - MeetingPage.steplen)
        committee = Page.objects.filter(path=parent_path)
        return self.defer("body").annotate(
            committee_title=Subquery(committee.values("title")[:1]), minutes_stage=stage_of_meetings()
        )


class MeetingPage(MeetingState, ShortNotice, MeetingParts, JoinablePart, Arrangements, BasePage):
    """One meeting of a committee: when, where and how to join; its agenda is kept beside it."""

    parent_page_types = ["meetings.CommitteePage"]
    subpage_types = []
    base_form_class = MeetingPageForm
    # Whether it has public papers, where whoever lists many meetings has looked that up for all of them.
    known_public_papers = None
    # The ways in lie below the page's own address.
    own_addresses = frozenset({*HERE, *AFTER_THE_MEETING})

    body = BodyField(BodyBlock(), blank=True)

    objects = PageManager.from_queryset(MeetingQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        WHEN,
        JOINING,
        WHERE,
        STATE,
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

    def publish(self, revision, *args, **kwargs):
        """Publish a revision, and tell those who follow the committee what became different by it, once."""
        with transaction.atomic():
            before = public_facts(self.pk)
            published = super().publish(revision, *args, **kwargs)
            announce(before, self.pk, revision.pk, timezone.now())
        return published

    def route(self, request, path_components):
        if len(path_components) == 1 and path_components[0] in HERE:
            return RouteResult(self, kwargs={"way_in": path_components[0]})
        if path_components and path_components[0] in AFTER_THE_MEETING:
            return RouteResult(self, kwargs={"after": path_components})
        return super().route(request, path_components)

    def serve(self, request, *args, way_in="", after=None, **kwargs):
        if way_in:
            return HERE[way_in](request, self)
        if after:
            from ..minutes.views import answer

            return answer(request, self, after)
        response = super().serve(request, *args, **kwargs)
        if response.context_data["agenda"].with_part_b or response.context_data["private_link_shows"]:
            patch_cache_control(response, private=True, no_store=True)
        return response

    @property
    def has_public_papers(self) -> bool:
        """Whether the public has any of its papers."""
        if self.known_public_papers is not None:
            return self.known_public_papers
        papers = (
            apps.get_model("meetings", "AgendaPaper")
            .objects.public()
            .filter(item__meeting=self.pk, document__taken_down_at=None)
        )
        return papers.exists()

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        audience = audience_of(request)
        context["committee"] = self.get_parent()
        context["agenda"] = agenda = read_agenda(self, reads_part_b(request, self), audience)
        # The gate need not look up what was read just now; it asks for released papers of a private part alone.
        papers = (paper for line in flat(agenda.part_a) for paper in line.papers)
        if any(may_be_public(paper.document) for paper in papers):
            self.known_public_papers = True
        joining = self.joining_at(audience.now)
        context["joining"] = joining.name
        context["private_link_shows"] = private_link_for(request, self, agenda.with_part_b) is not None
        linked = MeetingPage.objects.filter(Q(successor=self.pk) | Q(pk=self.successor_id)).defer("body")
        for other in audience.visible(linked):
            context["successor" if other.pk == self.successor_id else "predecessor"] = other
        context["record"] = read_record(self, agenda, audience)
        context["after"] = after_meeting(self, agenda.with_part_b, audience, agenda)
        self.minutes_stage = context["after"].stage
        context["state"] = self.state_at(audience.now)
        context["structured_data"] = [
            event_data(
                self,
                context["committee"],
                public_address(self.get_url(request) or ""),
                joining,
                context.get("predecessor"),
                context.get("successor"),
            )
        ]
        context["named_on"] = timezone.localdate(self.starts_at) if self.starts_at else None
        return context
