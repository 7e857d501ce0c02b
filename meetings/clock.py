"""Times of day as NHS.UK writes them, where meetings happen: in London."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import dateformat, timezone

LONDON = ZoneInfo("Europe/London")
A_MOMENT = timedelta(microseconds=1)


def clock_time(moment: datetime) -> str:
    """The time of day of an aware datetime in London: "9am", "9.45am", "midday", "midnight"."""
    local = timezone.localtime(moment, LONDON)
    if local.minute == 0 and local.hour in (0, 12):
        return "midday" if local.hour else "midnight"
    minutes = f".{local.minute:02}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'pm' if local.hour >= 12 else 'am'}"


def clock_times(start: datetime | None, end: datetime | None) -> str:
    """From one aware datetime to another: "9am to 9.45am"; the day is named where it is not the same. "" for none."""
    if start is None:
        return ""
    if end is None:
        return f"from {clock_time(start)}"
    # Midnight is the end of a day, and not the beginning of another.
    first, last = (timezone.localdate(moment, LONDON) for moment in (start, max(start, end - A_MOMENT)))
    day = "" if first == last else f" on {dateformat.format(last, 'l j F')}"
    return f"{clock_time(start)} to {clock_time(end)}{day}"


def day_and_time(moment: datetime | None) -> str:
    """The day and time of an aware datetime in London: "27 September 2023, 9am"; "" for none."""
    if moment is None:
        return ""
    return f"{dateformat.format(timezone.localdate(moment, LONDON), 'j F Y')}, {clock_time(moment)}"


def deadline(moment: datetime) -> str:
    """The moment by which something is due, as people say it: a day's end is that day, not the midnight after it."""
    local = timezone.localtime(moment, LONDON)
    if local.time() == time(0):
        return f"the end of {dateformat.format(local - timedelta(days=1), 'l j F Y')}"
    return f"{dateformat.format(local, 'l j F Y')}, {clock_time(local)}"
