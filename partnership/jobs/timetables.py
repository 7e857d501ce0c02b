"""When a recurring job is due."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.utils import timezone


@dataclass(frozen=True)
class Every:
    """Again and again, at round moments: every 15 minutes is at :00, :15, :30 and :45."""

    interval: timedelta

    def after(self, moment: datetime) -> datetime:
        """The first due moment later than `moment` (aware)."""
        epoch = datetime(1970, 1, 1, tzinfo=UTC)
        return epoch + ((moment - epoch) // self.interval + 1) * self.interval


@dataclass(frozen=True)
class Daily:
    """Once a day, at a time by the clock on the wall in London."""

    at: time

    def after(self, moment: datetime) -> datetime:
        """The first due moment later than `moment` (aware)."""
        local = timezone.localtime(moment)
        due = self._on(local.date())
        return due if due > moment else self._on(local.date() + timedelta(days=1))

    def _on(self, day):
        return timezone.make_aware(datetime.combine(day, self.at)).astimezone(UTC)


Timetable = Every | Daily
