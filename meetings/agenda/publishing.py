"""Puts the agenda and its papers before those who may read them, and records when each became public."""

from datetime import datetime

from django.db import transaction

from documents.models import CustomDocument
from documents.recording import bring_up_to_date
from partnership.content.visibility import Audience
from partnership.search.changes import changed

from ..models import AgendaItem, AgendaPaper, ExclusionMotion, MeetingPage, Part, PublicNotice
from ..packs.asking import ask_soon

Kind = PublicNotice.Kind


def unpublished_items(meeting: MeetingPage, with_part_b: bool):
    """The items that the published agenda does not have yet."""
    items = AgendaItem.objects.filter(meeting=meeting, published_at=None)
    return items if with_part_b else items.filter(part=Part.A)


def unpublished_papers(meeting: MeetingPage, with_part_b: bool):
    """The papers of published items that nobody has been given yet."""
    papers = AgendaPaper.objects.filter(
        item__meeting=meeting, item__published_at__isnull=False, published_at=None
    )
    papers = papers if with_part_b else papers.filter(item__part=Part.A)
    return papers.select_related("item", "document").order_by("item__part", "item__place", "place", "pk")


def obstacle_to_publishing(meeting: MeetingPage, with_part_b: bool, now: datetime) -> str:
    """Why the agenda cannot be published, in a sentence for its keeper; "" where it can."""
    if not Audience(now).may_see(meeting):
        return "The public cannot see the meeting’s page yet. Publish the page first."
    items = unpublished_items(meeting, with_part_b)
    if not items:
        return "Everything on the agenda is published already."
    if any(item.part == Part.B and not item.private_reason for item in items):
        return "Say for each item of Part B why it is private. The public reads the reason."
    if any(item.part == Part.B for item in items) and not has_motion(meeting):
        return NO_MOTION
    return ""


NO_MOTION = (
    "Write the motion to exclude the public, and its reason, before you publish an agenda with a Part B. The public "
    "reads both."
)


def has_motion(meeting: MeetingPage) -> bool:
    """Whether the motion to exclude the public is written, with its reason."""
    return ExclusionMotion.objects.filter(meeting=meeting).exclude(wording="").exclude(reason="").exists()


@transaction.atomic
def publish_agenda(meeting: MeetingPage, with_part_b: bool, now: datetime, reason: str = "") -> int:
    """Publish what is new on the agenda, and record it. Returns how many items there were."""
    number = unpublished_items(meeting, with_part_b).update(published_at=now)
    if number:
        ask_soon(meeting.pk)
        PublicNotice.objects.create(meeting=meeting, kind=Kind.AGENDA, at=now, reason=reason)
    return number


@transaction.atomic
def publish_papers(meeting: MeetingPage, papers: list[AgendaPaper], now: datetime) -> None:
    """Put papers before those who may read them: those of Part A before the public, which is recorded.

    The reason why one is late is read from the paper.
    """
    for paper in papers:
        paper.published_at = now
        paper.save(update_fields=["published_at", "late_reason"])
        # One that a warning holds back is recorded when somebody accepts it: documents tells of that.
        if not paper.is_private and not paper.held_back:
            PublicNotice.objects.create(
                meeting=meeting, kind=Kind.PAPER, paper=paper, at=now, reason=paper.late_reason
            )
    register([paper.document_id for paper in papers], now)


@transaction.atomic
def release_item(item: AgendaItem, note: str, now: datetime) -> None:
    """Make a private item public, without its papers; the public reads when and why."""
    item.released_at, item.release_note = now, note
    item.save(update_fields=["released_at", "release_note"])


@transaction.atomic
def release_paper(paper: AgendaPaper, note: str, now: datetime) -> None:
    """Make a private paper public; the public reads when and why, and the file joins the library."""
    paper.released_at, paper.release_note = now, note
    paper.published_at = paper.published_at or now
    paper.save(update_fields=["released_at", "release_note", "published_at"])
    open_document(paper.document)
    if not paper.held_back:
        PublicNotice.objects.create(
            meeting=paper.item.meeting, kind=Kind.PAPER, paper=paper, at=now, reason=note
        )
    register([paper.document_id], now)


def open_document(document: CustomDocument) -> None:
    """Put a document that was kept in private into the library."""
    if document.is_private:
        document.is_private = False
        document.save()


def register(documents: list[int], now: datetime) -> None:
    """Enter in the public register what became public of these documents, and let the search read it."""
    bring_up_to_date(CustomDocument.objects.filter(pk__in=documents), Audience(now))
    changed("document", documents)
