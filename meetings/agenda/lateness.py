"""By when papers are due: five clear working days before the meeting."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from partnership.content.working_days import is_working_day

CLEAR_WORKING_DAYS = 5
A_DAY = timedelta(days=1)


def last_day_for_papers(day: date) -> date:
    """The last day on which papers of a meeting on `day` are on time; neither day counts among the clear ones."""
    left = CLEAR_WORKING_DAYS
    while left:
        day -= A_DAY
        left -= is_working_day(day)
    return day - A_DAY


def papers_are_late(meeting, now: datetime) -> bool:
    """Whether papers that are published at `now` come late for a meeting."""
    if meeting.starts_at is None:
        return False
    return timezone.localdate(now) > last_day_for_papers(timezone.localdate(meeting.starts_at))
