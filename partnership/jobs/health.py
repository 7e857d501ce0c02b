"""Whether the background lives: what `/healthz?deep=1` and `check_jobs` tell."""

from datetime import datetime, timedelta

from .models import LEASE, Heartbeat, ScheduledJob
from .registry import recurring_jobs

# A job this late is not merely waiting for its turn.
LATE = timedelta(minutes=15)


def problems(now: datetime) -> list[str]:
    """What is wrong with the background, in plain words; empty when all is well."""
    alive = set(Heartbeat.objects.alive(now).values_list("kind", flat=True))
    found = [
        f"no {kind.label.lower()} has been heard of for {LEASE.total_seconds():.0f} seconds"
        for kind in Heartbeat.Kind
        if kind.value not in alive
    ]
    for row in ScheduledJob.objects.filter(name__in=[job.name for job in recurring_jobs()]).order_by("name"):
        if row.due_at < now - LATE:
            found.append(f"{row.name} is late: it was due at {row.due_at:%Y-%m-%d %H:%M} UTC")
        elif row.failures:
            found.append(f"{row.name} has failed {row.failures} times: {row.error}")
    return found
