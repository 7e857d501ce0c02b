"""What became different of a committee's meetings since somebody last looked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.dateparse import parse_datetime

from ..announcements import when
from ..clock import day_and_time


@dataclass(frozen=True)
class Change:
    """One thing that is new, in words, and where it is."""

    words: str
    about: str
    url: str


def times_of(meetings) -> dict[str, list]:
    """When meetings are to be and what becomes of them, for keeping."""
    return {
        str(meeting.pk): [meeting.starts_at.isoformat(), meeting.ends_at.isoformat(), meeting.status]
        for meeting in meetings
        if meeting.starts_at
    }


def changes(look, meetings, papers, offers) -> Iterator[Change]:
    """What is new since a look (`meetings.LastLooked`); nothing where there was none.

    `papers` and `offers` are by the meeting's key, and only what the reader may have.
    """
    if look is None:
        return
    for meeting in meetings:
        yield from changes_of_times(look, meeting)
        for paper in papers.get(meeting.pk, []):
            name = f"{meeting.title}, {paper.item.title}"
            if paper.published_at > look.at:
                yield Change(f"New paper: {paper.name}", name, paper.document.url)
            elif paper.replaced_at and paper.replaced_at > look.at:
                yield Change(f"Replaced paper: {paper.name}", name, paper.document.url)
        for offer in offers.get(meeting.pk, []):
            if offer.since > look.at:
                yield Change(f"New: {offer.words}", meeting.title, offer.url)


def changes_of_times(look, meeting) -> Iterator[Change]:
    """Whether a meeting is new, at another time or has another fate."""
    known = look.times.get(str(meeting.pk))
    if known is None:
        if meeting.first_published_at and meeting.first_published_at > look.at:
            yield Change("New meeting", when(meeting), meeting.url)
        return
    starts, ends, status = known
    if status != meeting.status:
        yield Change(meeting.get_status_display(), when(meeting), meeting.url)
    if (parse_datetime(starts), parse_datetime(ends)) != (meeting.starts_at, meeting.ends_at):
        before: datetime = parse_datetime(starts)
        yield Change(f"New time, not {day_and_time(before)}", when(meeting), meeting.url)
