"""The months, quarters and years for which something is expected."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import dateformat


@dataclass(frozen=True)
class Period:
    """A month, a quarter or a year for which something is expected, by its first and last day."""

    first: date
    last: date

    def __str__(self):
        first, last = dateformat.format(self.first, "F Y"), dateformat.format(self.last, "F Y")
        if first == last:
            return first
        if (self.first.month, self.last.month) == (1, 12) and self.first.year == self.last.year:
            return str(self.first.year)
        return f"{first} to {last}"

    def meets(self, first: date, last: date) -> bool:
        """Whether some of the time from `first` to `last` falls into it."""
        return first <= self.last and last >= self.first


def months_after(day: date, months: int) -> date:
    """The first day of the month so many months after a day's."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def periods_over(expectation, today: date) -> Iterator[Period]:
    """The periods of an expectation whose last day, and the days allowed after it, are over; the oldest first."""
    first = months_after(expectation.starts_on, 0)
    while True:
        next_first = months_after(first, expectation.months)
        last = next_first - timedelta(days=1)
        if last + timedelta(days=expectation.days_allowed) >= today:
            return
        yield Period(first, last)
        first = next_first
