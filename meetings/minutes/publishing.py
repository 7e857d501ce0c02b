"""Puts minutes before those who may read them, records that a meeting approved them, and takes them back."""

from datetime import date, datetime

from django.db import transaction

from documents.models import CustomDocument
from documents.recording import bring_up_to_date
from partnership.content.visibility import Audience
from partnership.search.changes import changed
from partnership.search.indexing import forget

from ..agenda.reading import flat, numbered
from ..models import AgendaItem, MeetingPage, MinutedItem, Minutes, MinutesEdition, Part, PublicNotice
from .announcing import tell_followers
from .words import has_words

Kind, Status = PublicNotice.Kind, MinutesEdition.Status


def items_to_minute(meeting: MeetingPage, part: str) -> list:
    """The lines of the published agenda's part, in order; sub-items after their own item."""
    items = AgendaItem.objects.filter(meeting=meeting.pk, part=part).published().in_order()
    return list(flat(numbered(list(items), {}, meeting)))


def working_edition(minutes: Minutes) -> MinutesEdition:
    """The minutes as they would be published now, not saved."""
    texts = dict(MinutedItem.objects.filter(minutes=minutes.pk).values_list("item", "text"))
    lines = [
        {
            "item": line.item.pk,
            "number": line.number,
            "title": line.item.title,
            "text": texts.get(line.item.pk, ""),
        }
        for line in items_to_minute(minutes.meeting, minutes.part)
    ]
    return MinutesEdition(
        minutes=minutes,
        status=Status.APPROVED if minutes.is_approved else Status.DRAFT,
        opening=minutes.opening,
        closing=minutes.closing,
        lines=lines,
        document=minutes.document,
    )


def obstacle_to_publishing(minutes: Minutes, now: datetime) -> str:
    """Why these minutes cannot be published, in a sentence for their keeper; "" where they can."""
    meeting = minutes.meeting
    if not Audience(now).may_see(meeting):
        return "The public cannot see the meeting’s page yet. Publish the page first."
    ends_at = meeting.private_over_at if minutes.part == Part.B else meeting.public_ends_at
    if meeting.is_off or ends_at is None or now < ends_at:
        return "Minutes are published once the meeting was held."
    edition = working_edition(minutes)
    if not any(map(has_words, (edition.opening, edition.closing, *(line["text"] for line in edition.lines)))):
        return "Nothing is written yet."
    return ""


def says_the_same(one: MinutesEdition, other: MinutesEdition) -> bool:
    """Whether two editions have the same words and the same file."""
    names = ("opening", "closing", "lines", "document_id")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def newest_edition(minutes: Minutes) -> MinutesEdition | None:
    """The edition that readers have, or had last."""
    return minutes.editions.filter(hidden_at=None).last()


@transaction.atomic
def publish(minutes: Minutes, user, now: datetime, note: str = "") -> MinutesEdition:
    """Publish what is written: as a draft before approval, as a correction after it."""
    minutes = locked(minutes)
    edition = add_edition(minutes, user, now, note)
    minutes.draft_published_at = minutes.draft_published_at or (now if edition.is_draft else None)
    stand_again(minutes)
    tell(minutes, edition, now)
    return edition


@transaction.atomic
def approve(
    minutes: Minutes, user, now: datetime, meeting: MeetingPage | None, approved_on: date, note: str = ""
) -> MinutesEdition:
    """Record that a meeting approved the minutes as they are written now, and publish them as approved."""
    minutes = locked(minutes)
    minutes.approved_published_at = now
    minutes.approved_at_meeting, minutes.approved_on = meeting, approved_on
    edition = add_edition(minutes, user, now, note)
    stand_again(minutes)
    tell(minutes, edition, now)
    return edition


def locked(minutes: Minutes) -> Minutes:
    """The row as it is now, kept from others until the transaction ends."""
    return Minutes.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=minutes.pk)


def add_edition(minutes: Minutes, user, now: datetime, note: str) -> MinutesEdition:
    """Keep what is written as the next edition."""
    edition = working_edition(minutes)
    last = minutes.editions.last()
    edition.number = last.number + 1 if last else 1
    edition.published_at, edition.published_by, edition.note = now, user, note
    edition.save()
    return edition


def stand_again(minutes: Minutes) -> None:
    """Save minutes that are published, whether or not they were taken back before."""
    minutes.withdrawn_at, minutes.withdrawn_reason = None, ""
    minutes.save()


def tell(minutes: Minutes, edition: MinutesEdition, now: datetime) -> None:
    """Record what became public, let the register and the search read it, and tell the committee's followers."""
    if minutes.is_private:
        return
    kind = Kind.DRAFT_MINUTES if edition.is_draft else Kind.MINUTES
    PublicNotice.objects.create(meeting=minutes.meeting, kind=kind, at=now, reason=edition.note)
    public_changed(minutes, now)
    tell_followers(minutes.meeting, "minutes", edition.pk, said_of(minutes, edition), now)


def said_of(minutes: Minutes, edition: MinutesEdition) -> str:
    """What followers are told of an edition."""
    if edition.is_draft:
        return "Draft minutes are published" if edition.number == 1 else "The draft minutes are changed"
    first = minutes.editions.filter(status=Status.APPROVED).count() == 1
    return "The minutes are approved" if first else "The approved minutes are corrected"


def public_changed(minutes: Minutes, now: datetime) -> None:
    """Enter files in the public register, and have the search read the minutes and their meeting anew."""
    documents = minutes.editions.exclude(document=None).values_list("document", flat=True)
    bring_up_to_date(CustomDocument.objects.filter(pk__in=set(documents)), Audience(now))
    changed("minutes", [minutes.pk])
    changed("page", [minutes.meeting_id])


@transaction.atomic
def withdraw(minutes: Minutes, reason: str, now: datetime) -> None:
    """Take minutes back from their readers, with all their editions; the reason is kept and shown."""
    minutes = locked(minutes)
    minutes.editions.filter(hidden_at=None).update(hidden_at=now, hidden_reason=reason)
    minutes.withdrawn_at, minutes.withdrawn_reason = now, reason
    minutes.save()
    if minutes.is_private:
        return
    PublicNotice.objects.create(meeting=minutes.meeting, kind=Kind.MINUTES_BACK, at=now, reason=reason)
    forget("minutes", [minutes.pk])
    public_changed(minutes, now)


@transaction.atomic
def release(minutes: Minutes, note: str, now: datetime) -> None:
    """Make the minutes of the private part public; the public reads when and why."""
    minutes = locked(minutes)
    minutes.released_at, minutes.release_note = now, note
    minutes.save()
    edition = newest_edition(minutes)
    if minutes.is_published and edition:
        kind = Kind.DRAFT_MINUTES if edition.is_draft else Kind.MINUTES
        PublicNotice.objects.create(meeting=minutes.meeting, kind=kind, at=now, reason=note)
        public_changed(minutes, now)
