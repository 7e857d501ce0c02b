"""Runs each recurring job when it is due: once, however many schedulers there are."""

import logging
from datetime import datetime, timedelta

from django.db import IntegrityError, close_old_connections, connection

from .models import ScheduledJob
from .registry import RecurringJob, recurring_jobs

logger = logging.getLogger(__name__)

# A failed run is tried again after 1, 2, 4, 8 and 16 minutes; then its timetable has to do.
RETRIES = 5
FIRST_RETRY = timedelta(minutes=1)


def run_due_jobs(process: str, clock) -> list[str]:
    """Run what is due, as `process`; `clock()` gives the present moment. Returns the names of what it ran.

    A run that was missed, however often, is made up for once. A job that fails is logged and tried again, and
    never keeps the next one from running.
    """
    jobs = recurring_jobs()
    rows = ScheduledJob.objects.in_bulk([job.name for job in jobs])
    ran = []
    for job in jobs:
        now = clock()
        row = rows.get(job.name) or _first_seen(job, now)
        if row.due_at <= now and ScheduledJob.objects.claim(job.name, row.due_at, process, now):
            _run(job, process, clock)
            ran.append(job.name)
    return ran


def _first_seen(job: RecurringJob, now: datetime) -> ScheduledJob:
    """A new job waits for its first due moment: a daily letter is not sent because a process started."""
    try:
        return ScheduledJob.objects.create(name=job.name, due_at=job.timetable.after(now))
    except IntegrityError:  # another scheduler was quicker
        return ScheduledJob.objects.get(name=job.name)


def _run(job: RecurringJob, process: str, clock) -> None:
    try:
        job.run(clock())
    except Exception as error:
        logger.exception("Recurring job %s failed.", job.name)
        # A job may have left its connection in a state that nothing more can be written with. Inside somebody's
        # transaction it is not ours to close.
        if not connection.in_atomic_block:
            close_old_connections()
        _give_back(job, process, clock(), error)
    else:
        _give_back(job, process, clock(), None)


def _give_back(job: RecurringJob, process: str, now: datetime, error: Exception | None) -> None:
    held = ScheduledJob.objects.held_by(process).filter(name=job.name)
    due_at = job.timetable.after(now)
    if error is None:
        held.update(claimed_until=None, due_at=due_at, succeeded_at=now, failures=0, error="")
        return
    failures = held.values_list("failures", flat=True).first() or 0
    if failures < RETRIES:
        due_at = min(due_at, now + FIRST_RETRY * 2**failures)
    held.update(claimed_until=None, due_at=due_at, failures=failures + 1, error=type(error).__name__)
