"""A meeting as an event of schema.org: what its page says, for search engines and other machines."""

from partnership.content.public_address import public_address
from partnership.content.structured_data import SCHEMA, thing

from ..clock import LONDON
from ..joining.gate import Joining, join_address
from ..models.meeting_states import Status

STATUSES = {
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
    Status.MOVED: "EventRescheduled",
}


def event_data(meeting, committee, url: str, joining: Joining, predecessor=None, successor=None) -> dict:
    """A meeting's public part as a thing; the meetings linked to it are those that its reader may see.

    A meeting that moved is told as the one event it is to the public: with the new date, where that is known, and the
    date it had before.
    """
    start, end, before = meeting.public_starts_at, meeting.public_ends_at, None
    status = STATUSES.get(meeting.status, "EventScheduled")
    if meeting.status == Status.MOVED and successor and successor.public_starts_at:
        start, end, before = successor.public_starts_at, successor.public_ends_at, start
    elif predecessor and predecessor.status == Status.MOVED and status == "EventScheduled":
        status, before = "EventRescheduled", predecessor.public_starts_at
    return thing(
        "Event",
        name=meeting.title,
        description=meeting.summary,
        url=url,
        eventStatus=f"{SCHEMA}/{status}",
        startDate=in_london(start),
        endDate=in_london(end),
        previousStartDate=in_london(before),
        eventAttendanceMode=attendance(meeting),
        location=locations(meeting, joining),
        isAccessibleForFree=True,
        organizer=organizer(committee),
    )


def organizer(committee) -> dict | None:
    """The committee that meets, where the page has one yet."""
    if committee is None:
        return None
    return thing(
        "Organization", name=committee.title, url=public_address(committee.url) if committee.url else ""
    )


def in_london(moment) -> str:
    """A moment with its distance from UTC, as in London; "" for none."""
    return moment.astimezone(LONDON).isoformat(timespec="minutes") if moment else ""


def is_only_online(meeting) -> bool:
    """Whether nobody is asked to come anywhere."""
    return not meeting.venue.strip() or meeting.venue.strip().casefold().startswith("online")


def attendance(meeting) -> str:
    """Whether one comes, joins online, or either; "" where nothing is known yet."""
    if is_only_online(meeting):
        return f"{SCHEMA}/OnlineEventAttendanceMode" if meeting.venue or meeting.join_url else ""
    return f"{SCHEMA}/{'Mixed' if meeting.join_url else 'Offline'}EventAttendanceMode"


def locations(meeting, joining: Joining) -> list[dict]:
    """Where it is: the building, and our own address that leads in, while the gate is open."""
    found = []
    if not is_only_online(meeting):
        first, *_ = meeting.venue.strip().splitlines()
        found.append(thing("Place", name=first, address=", ".join(meeting.venue.split("\n")).strip()))
    if joining == Joining.OPEN:
        found.append(thing("VirtualLocation", url=public_address(join_address(meeting))))
    return found
