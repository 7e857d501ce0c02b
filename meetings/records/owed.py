"""What is owed of a record: the motion before an agenda with a Part B, and the record itself after the meeting."""

from collections.abc import Collection
from datetime import datetime

from ..models import AgendaItem, MeetingPage, Part, PublicNotice
from ..models.meeting_states import Status

# Of a meeting that was abandoned nothing was decided.
HELD = (Status.HELD, Status.INQUORATE, Status.ADJOURNED)


def owes_record(meeting: MeetingPage, agenda_at: datetime | None) -> bool:
    """Whether there must be a record: the meeting was held, and its agenda was published on this site."""
    return meeting.status in HELD and agenda_at is not None


def owing_record():
    """The meetings that were held by an agenda published here, and whose record is not public yet."""
    told = PublicNotice.objects.filter(kind=PublicNotice.Kind.RECORD)
    items = AgendaItem.objects.published().filter(part=Part.A)
    return (
        MeetingPage.objects.filter(status__in=HELD, pk__in=items.values("meeting"))
        .exclude(pk__in=told.values("meeting"))
        .values("pk")
    )


def without_motion(meetings: Collection[int]):
    """The keys of those meetings that have a Part B and no motion to exclude the public."""
    private = AgendaItem.objects.filter(meeting__in=meetings, part=Part.B, released_at=None)
    return (
        private.filter(meeting__exclusion_motion=None).values_list("meeting", flat=True).distinct().order_by()
    )
