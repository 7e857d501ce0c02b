"""A month of meetings as a table: weeks from Monday to Sunday, each day with its meetings."""

from calendar import Calendar
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Max, Min
from django.utils import timezone

from ..clock import LONDON
from ..notice.counting import day_in_london

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def next(self) -> "Month":
        """The month after it."""
        return month_of(self.first + timedelta(days=31))

    @property
    def previous(self) -> "Month":
        """The month before it."""
        return month_of(self.first - timedelta(days=1))

    @property
    def starts_at(self) -> datetime:
        """When it begins in London."""
        return datetime.combine(self.first, time(0), tzinfo=LONDON)

    @property
    def slug(self) -> str:
        """Its place in an address: 2026/03."""
        return f"{self.year:04}/{self.number:02}"

    def __str__(self):
        return f"{self.first:%B %Y}"


def month_of(day: date) -> Month:
    """The month in which a day falls."""
    return Month(day.year, day.month)


@dataclass
class Day:
    """A day in the table of a month."""

    day: date
    is_in_month: bool
    is_today: bool
    meetings: list = field(default_factory=list)


def months_shown(meetings, today: date) -> tuple[Month, Month]:
    """The first and the last month that there is anything to show of, this month among them: there is an end to it."""
    bounds = meetings.order_by().aggregate(first=Min("starts_at"), last=Max("starts_at"))
    months = [month_of(timezone.localdate(moment, LONDON)) for moment in bounds.values() if moment]
    this = month_of(today)
    return min([this, *months]), max([this, *months])


def weeks_of(month: Month, meetings, today: date) -> list[list[Day]]:
    """The weeks of a month, with the meetings on the days on which they start in London."""
    weeks = [
        [Day(day, month_of(day) == month, day == today) for day in week]
        for week in Calendar().monthdatescalendar(month.year, month.number)
    ]
    days = {day.day: day for week in weeks for day in week}
    in_month = meetings.filter(starts_at__gte=month.starts_at, starts_at__lt=month.next.starts_at)
    for meeting in in_month.order_by("starts_at", "pk"):
        days[day_in_london(meeting.starts_at)].meetings.append(meeting)
    return weeks
