"""Which meetings stand in a calendar, as everybody may read it, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from partnership.content.public_address import public_address
from partnership.content.visibility import Audience

from ..models import AgendaPaper, CalendarEntry, MeetingPage
from .telling import description_of, place_of, summary_of

# How long a calendar keeps what is over, called off or gone.
KEPT_FOR = timedelta(days=365)


@dataclass(frozen=True)
class Event:
    """A meeting as a calendar has it."""

    uid: UUID
    sequence: int
    changed_at: datetime
    starts_at: datetime
    ends_at: datetime
    summary: str
    description: str
    url: str
    place: str = ""
    is_off: bool = False


def events_of(committees, request, audience: Audience) -> list[Event]:
    """The events of the meetings of these committees, a queryset; what was over a year ago is left out."""
    since = audience.now - KEPT_FOR
    open_committees = audience.visible(committees)
    meetings = MeetingPage.objects.of_committees(open_committees).filter(ends_at__gte=since)
    gone = CalendarEntry.objects.filter(committee__in=open_committees.values("pk"), ends_at__gte=since)
    events = [*told(meetings, request, audience), *told_gone(gone, request, audience)]
    return sorted(events, key=lambda event: (event.starts_at, event.uid))


def event_of(uid: UUID, request, audience: Audience) -> Event | None:
    """One meeting's event by its name, also where it is gone; None where there is nothing to tell the public."""
    found = told(MeetingPage.objects.filter(translation_key=uid), request, audience)
    found += told_gone(CalendarEntry.objects.filter(uid=uid), request, audience)
    return found[0] if found else None


def told(meetings, request, audience: Audience) -> list[Event]:
    """Those of these meetings that the public may see, as events."""
    listed = audience.visible(meetings.filter(starts_at__isnull=False, ends_at__isnull=False))
    pages = list(listed.for_listing().select_related("successor", "calendar_entry"))
    know_public_papers(pages)
    return [event_told(page, request, audience) for page in pages]


def event_told(meeting, request, audience: Audience) -> Event:
    """A meeting that the public may see, as an event."""
    entry = getattr(meeting, "calendar_entry", None)
    url = public_address(meeting.get_url(request) or "")
    return Event(
        uid=meeting.translation_key,
        sequence=entry.sequence if entry else 0,
        changed_at=entry.changed_at if entry else meeting.last_published_at or meeting.starts_at,
        starts_at=meeting.public_starts_at,
        ends_at=meeting.public_ends_at,
        summary=summary_of(meeting),
        description=description_of(meeting, url, audience.now, audience),
        url=url,
        place=place_of(meeting, meeting.join_link_shows(audience.now)),
        is_off=meeting.is_off,
    )


def know_public_papers(meetings: list[MeetingPage]) -> None:
    """Tell the gate at once which meetings have public papers, so that none of them has to ask."""
    papers = AgendaPaper.objects.public().filter(document__taken_down_at=None)
    with_papers = set(
        papers.filter(item__meeting__in=[meeting.pk for meeting in meetings]).values_list(
            "item__meeting", flat=True
        )
    )
    for meeting in meetings:
        meeting.known_public_papers = meeting.pk in with_papers


def told_gone(entries, request, audience: Audience) -> list[Event]:
    """Meetings that the public had and has no longer: that they are off, in none of their own words.

    Nothing is told of what a privacy setting closes, nor of a committee that the public may not see.
    """
    withdrawn = entries.filter(withdrawn_at__isnull=False).select_related("committee", "meeting")
    events = []
    for entry in withdrawn:
        closed = entry.meeting is not None and audience.is_closed(entry.meeting)
        if closed or not audience.may_see(entry.committee):
            continue
        url = public_address(entry.committee.get_url(request) or "")
        events.append(
            Event(
                uid=entry.uid,
                sequence=entry.sequence,
                changed_at=entry.changed_at,
                starts_at=entry.starts_at,
                ends_at=entry.ends_at,
                summary=f"Cancelled: meeting of {entry.committee.title}",
                description=f"This meeting is no longer planned.\n\nMeetings of the committee: {url}",
                url=url,
                is_off=True,
            )
        )
    return events
