"""A year of dates: the days of a pattern, and which of them are no days to meet on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from partnership.content.working_days import is_working_day

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LAST = 5
SATURDAY = 5


@dataclass(frozen=True)
class Candidate:
    """A day of the pattern; `warning` says why nobody meets on it, "" where nothing speaks against it."""

    day: date
    warning: str = ""


def weekday_of_month(year: int, month: int, weekday: int, which: int) -> date | None:
    """The first to fourth, or (5) the last, of a weekday in a month; Monday is 0."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    if which < LAST:
        return day + timedelta(weeks=which - 1)
    while (day + timedelta(weeks=1)).month == month:
        day += timedelta(weeks=1)
    return day


def monthly(start: date, months: int, every: int, weekday: int, which: int) -> Iterator[date]:
    """That weekday of each `every`-th month, from a day on, over so many months."""
    for offset in range(0, months + 1, every):
        year, month = divmod(start.year * 12 + start.month - 1 + offset, 12)
        day = weekday_of_month(year, month + 1, weekday, which)
        if day >= start and before_end(day, start, months):
            yield day


def weekly(start: date, months: int, every: int, weekday: int) -> Iterator[date]:
    """That weekday of each `every`-th week, from a day on, over so many months."""
    day = start + timedelta(days=(weekday - start.weekday()) % 7)
    while before_end(day, start, months):
        yield day
        day += timedelta(weeks=every)


def before_end(day: date, start: date, months: int) -> bool:
    """Whether a day lies within so many months of a start."""
    return (day.year * 12 + day.month, day.day) < (start.year * 12 + start.month + months, start.day)


def judged(days: Iterator[date]) -> list[Candidate]:
    """Days with a warning where they fall on a weekend or a bank holiday."""
    return [Candidate(day, warning_of(day)) for day in days]


def warning_of(day: date) -> str:
    """Why a day is no day to meet on, "" where it is one."""
    if is_working_day(day):
        return ""
    return "weekend" if day.weekday() >= SATURDAY else "bank holiday"
