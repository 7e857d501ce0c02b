"""What feeds have of meetings and of their papers."""

from itertools import groupby, islice

from django.db.models.functions import Coalesce
from django.utils.html import format_html, format_html_join

from documents.visibility import public_among
from partnership.content.feeds.pages import latest, page_entry
from partnership.content.feeds.registry import MOST, Asked, Entry, Subject, feed, stands_in
from partnership.content.public_address import public_address

from .announcements import when
from .calendars.telling import summary_of
from .models import AgendaPaper, CommitteePage, MeetingPage, MeetingsIndexPage

# So many papers are looked through for the newest; a meeting has some dozens.
PAPERS_READ = 500


@feed("meetings")
def all_meetings(asked: Asked) -> Subject | None:
    """The list of meetings."""
    page = asked.audience.visible(MeetingsIndexPage.objects.all()).first() if not asked.key else None
    return Subject(page.title, page.get_url(asked.request)) if page else None


@feed("committee")
def committee(asked: Asked) -> Subject | None:
    """A committee that the public may see."""
    page = asked.page_among(CommitteePage.objects.all())
    return Subject(page.title, page.get_url(asked.request), page) if page else None


def meetings_of(subject: Subject, asked: Asked):
    """The meetings that belong in a feed, as far as the public may see them."""
    committees = CommitteePage.objects.all()
    if subject.kind == "committee":
        committees = committees.filter(pk=subject.thing.pk)
    elif subject.kind == "organisation":
        committees = committees.filter(members__organisation=subject.thing)
    return asked.audience.visible(MeetingPage.objects.of_committees(asked.audience.visible(committees)))


@stands_in("meetings", "committee", "organisation", "site")
def meetings(subject: Subject, asked: Asked):
    """The meetings that were announced or changed last."""
    for page in latest(meetings_of(subject, asked).for_listing()):
        told = [when(page), page.committee_title, page.status_reason if page.is_off else "", page.summary]
        summary = format_html_join("", "<p>{}</p>", ((words,) for words in told if words))
        yield page_entry(page, asked, summary_of(page), summary)


@stands_in("meetings", "committee", "organisation", "programme", "site")
def papers(subject: Subject, asked: Asked):
    """The papers of meetings, those that were published at once in one entry."""
    found = AgendaPaper.objects.public().filter(item__meeting__in=meetings_of(subject, asked).values("pk"))
    if subject.kind == "programme":
        found = found.filter(item__area_of_work=subject.thing.pk)
    found = found.annotate(since=Coalesce("released_at", "published_at"))
    found = found.select_related("document", "item__meeting").defer("item__meeting__body")
    newest = list(found.order_by("-since", "item__meeting", "item__place", "place", "pk")[:PAPERS_READ])
    public = public_among([paper.document for paper in newest], asked.audience)
    batches = groupby(
        (paper for paper in newest if paper.document_id in public),
        key=lambda paper: (paper.since, paper.item.meeting_id),
    )
    for _, batch in islice(batches, MOST):
        yield papers_entry(list(batch), asked)


def papers_entry(batch: list[AgendaPaper], asked: Asked) -> Entry:
    """Papers of one meeting that became public at one moment."""
    meeting, since = batch[0].item.meeting, batch[0].since
    number = f"{len(batch)} papers" if len(batch) > 1 else "A paper"
    links = format_html_join(
        "",
        '<li><a href="{}">{}</a></li>',
        ((public_address(paper.document.url), paper.name) for paper in batch),
    )
    return Entry(
        key=f"papers:{meeting.translation_key}:{since:%Y%m%dT%H%M%S%f}",
        title=f"{number} for {meeting.title}",
        url=f"{meeting.get_url(asked.request)}#s-agenda",
        updated_at=since,
        published_at=since,
        summary=format_html("<ul>{}</ul>", links),
    )
