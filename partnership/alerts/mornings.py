"""The mornings on which digests go out, by the clock on the wall in London."""

from datetime import UTC, datetime, time, timedelta

from django.utils import timezone

# Before people set out; outside the hour that clocks skip or repeat.
DIGEST_TIME = time(7)


def last_morning(now: datetime) -> datetime:
    """The latest 7am that is not after `now`."""
    today = timezone.localtime(now).date()
    morning = _on(today)
    return morning if morning <= now else _on(today - timedelta(days=1))


def last_monday(now: datetime) -> datetime:
    """The latest 7am of a Monday that is not after `now`."""
    day = timezone.localtime(last_morning(now)).date()
    return _on(day - timedelta(days=day.weekday()))


def _on(day) -> datetime:
    return timezone.make_aware(datetime.combine(day, DIGEST_TIME)).astimezone(UTC)
