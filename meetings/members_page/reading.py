"""Gathers what somebody's committees have for them, in a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import OuterRef, Subquery
from wagtail.models import Page

from documents.models import DocumentVersion
from partnership.accounts.grants import branches_read_in_private
from partnership.content.visibility import Audience, within

from ..models import AgendaItem, AgendaPaper, CommitteePage, LastLooked, MeetingPage
from ..models.joining import PrivateJoinLink
from ..models.meeting_states import OFF
from .changes import Change, changes
from .registry import Offer, offered

COMING_SHOWN = 6
# So long a meeting that is over stays: its minutes and decisions come now.
BACK = timedelta(days=60)


@dataclass
class MeetingForMembers:
    """A meeting with what its members may open."""

    meeting: MeetingPage
    state: str
    papers: list[AgendaPaper]
    offers: list[Offer]
    has_private_link: bool


@dataclass
class MyCommittee:
    """A committee as somebody on it sees it."""

    committee: CommitteePage
    look: LastLooked | None
    coming: list[MeetingForMembers] = field(default_factory=list)
    lately: list[MeetingForMembers] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


def committees_of(user, now: datetime) -> list[CommitteePage]:
    """The committees whose private papers somebody may read."""
    branches = branches_read_in_private(user, now)
    if not branches:
        return []
    found = CommitteePage.objects.filter(within(branches), live=True).defer("body")
    return list(found.order_by("title"))


def my_committees(user, now: datetime) -> list[MyCommittee]:
    """All that somebody comes here for."""
    committees = committees_of(user, now)
    audience = Audience(now, user)
    at_hand = MeetingPage.objects.filter(within([committee.path for committee in committees]))
    at_hand = at_hand.filter(ends_at__gt=now - BACK) if committees else MeetingPage.objects.none()
    meetings = list(at_hand.filter(live=True).defer("body").order_by("starts_at", "pk"))
    papers = papers_for(meetings)
    links = links_for(meetings)
    offers = offered(user, meetings, now) if meetings else {}
    looks = {look.committee_id: look for look in LastLooked.objects.filter(user=user)}
    by_committee = defaultdict(list)
    for meeting in meetings:
        if audience.is_its_time(meeting):
            by_committee[meeting.path[: -Page.steplen]].append(meeting)
    return [
        one_committee(committee, by_committee[committee.path], papers, links, offers, looks, now)
        for committee in committees
    ]


def one_committee(committee, meetings, papers, links, offers, looks, now) -> MyCommittee:
    """Puts together what was found of one committee."""
    mine = MyCommittee(committee, looks.get(committee.pk))
    for meeting in meetings:
        row = MeetingForMembers(
            meeting,
            meeting.state_at(now),
            papers.get(meeting.pk, []),
            offers.get(meeting.pk, []),
            meeting.pk in links and meeting.private_over_at > now and meeting.status not in OFF,
        )
        (mine.coming if meeting.ends_at > now else mine.lately).append(row)
    mine.changes = list(changes(mine.look, meetings, papers, offers))
    mine.coming = mine.coming[:COMING_SHOWN]
    mine.lately.reverse()
    return mine


def papers_for(meetings) -> dict[int, list[AgendaPaper]]:
    """The papers that members have, private ones included, in the order of the agenda, by their meeting's key."""
    replaced = DocumentVersion.objects.filter(document=OuterRef("document"), number__gt=1)
    rows = (
        AgendaPaper.objects.filter(
            item__in=AgendaItem.objects.filter(meeting__in=[meeting.pk for meeting in meetings]).published(),
            published_at__isnull=False,
            document__taken_down_at=None,
        )
        .annotate(replaced_at=Subquery(replaced.order_by("-number").values("uploaded_at")[:1]))
        .select_related("item", "document__reading__version")
        .order_by("item__part", "item__place", "item__pk", "place", "pk")
    )
    found = defaultdict(list)
    for paper in rows if meetings else ():
        found[paper.item.meeting_id].append(paper)
    return found


def links_for(meetings) -> set[int]:
    """The meetings whose private part one can join online."""
    links = PrivateJoinLink.objects.filter(meeting__in=[meeting.pk for meeting in meetings])
    return set(links.values_list("meeting", flat=True)) if meetings else set()
