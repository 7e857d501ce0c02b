"""Counts days of notice, in London: clear days, working days, and the moment by which something is due.

Of clear days neither the day on which notice is given nor the day of the meeting counts.
"""

from datetime import date, datetime, time, timedelta

from django.db import models
from django.utils import timezone

from partnership.content.working_days import add_working_days, is_working_day

from ..clock import LONDON

A_DAY = timedelta(days=1)


class Counting(models.TextChoices):
    """Which days count."""

    CLEAR_WORKING = "clear_working", "clear working days"
    CLEAR = "clear", "clear days"
    WORKING = "working", "working days"
    DAYS = "days", "days"


WORKING_ONLY = (Counting.CLEAR_WORKING, Counting.WORKING)
CLEAR_ONLY = (Counting.CLEAR_WORKING, Counting.CLEAR)


def day_in_london(moment: datetime) -> date:
    """The day on which a moment falls in London."""
    return timezone.localtime(moment, LONDON).date()


def days_between(given_on: date, meeting_on: date, counting: str) -> int:
    """How many days of notice lie between a day and the day of a meeting; never less than none.

    Where days need not be clear, the day of the meeting counts as well.
    """
    last = meeting_on if counting in CLEAR_ONLY else meeting_on + A_DAY
    day, number = given_on + A_DAY, 0
    while day < last:
        number += counting not in WORKING_ONLY or is_working_day(day)
        day += A_DAY
    return number


def latest_day_before(meeting_on: date, days: int, counting: str) -> date:
    """The last day on which notice of so many days can be given."""
    day = meeting_on - A_DAY
    while days_between(day, meeting_on, counting) < days:
        day -= A_DAY
    return day


def latest_day_after(meeting_on: date, days: int, counting: str) -> date:
    """The last day on which something due so many days after a meeting is in time."""
    more = days + 1 if counting in CLEAR_ONLY else days
    return (
        add_working_days(meeting_on, more) if counting in WORKING_ONLY else meeting_on + timedelta(days=more)
    )


def moment_on(day: date, by_time: time | None) -> datetime:
    """The moment of a day by which something is due: a time of day in London, or without one the day's end."""
    if by_time is None:
        return datetime.combine(day + A_DAY, time(0), tzinfo=LONDON)
    return datetime.combine(day, by_time, tzinfo=LONDON)
