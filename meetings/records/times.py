"""Times of day at a meeting, as people write them down while it runs."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from ..clock import LONDON
from ..models import MeetingPage

# Members log in early, and meetings run over.
EARLY = timedelta(hours=3)


def moment_at(meeting: MeetingPage, clock: time | None) -> datetime | None:
    """The moment of a time of day at a meeting, in London; None for none.

    A time long before the start is one after midnight.
    """
    if clock is None:
        return None
    start = timezone.localtime(meeting.starts_at, LONDON)
    moment = datetime.combine(start.date(), clock, tzinfo=LONDON)
    if moment >= start - EARLY:
        return moment
    return datetime.combine(start.date() + timedelta(days=1), clock, tzinfo=LONDON)


def time_of(moment: datetime | None) -> time | None:
    """The time of day of a moment in London."""
    return timezone.localtime(moment, LONDON).time() if moment else None


def is_about_then(meeting: MeetingPage, moment: datetime) -> bool:
    """Whether a moment can belong to a meeting: not long before it, and within a day of its start."""
    return (
        meeting.starts_at - EARLY
        <= moment
        <= max(meeting.starts_at + timedelta(hours=12), meeting.ends_at or meeting.starts_at)
    )
