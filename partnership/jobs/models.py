"""What the scheduler and the workers remember: when a job is due, who runs it, and who is alive."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

# A process that has not been heard of for this long is taken for dead, and what it held is given to another.
LEASE = timedelta(seconds=90)


class HeartbeatQuerySet(models.QuerySet):
    """Heartbeats by how fresh they are."""

    def alive(self, now: datetime):
        """Of processes heard of lately."""
        return self.filter(seen_at__gt=now - LEASE)


class Heartbeat(models.Model):
    """A process of the background that says again and again that it lives."""

    class Kind(models.TextChoices):
        """What the process does."""

        WORKER = "worker", "Worker"
        SCHEDULER = "scheduler", "Scheduler"

    process = models.CharField(max_length=64, primary_key=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    seen_at = models.DateTimeField(db_index=True)

    objects = HeartbeatQuerySet.as_manager()

    def __str__(self):
        return self.process


class ScheduledJobQuerySet(models.QuerySet):
    """Jobs by whether somebody may take them."""

    def free_for(self, process: str, now: datetime):
        """Those that nobody runs: never taken, given back, or held by a process that is dead.

        What the process itself still holds it could not give back, for it runs one at a time.
        """
        return self.filter(Q(claimed_until=None) | Q(claimed_until__lte=now) | Q(claimed_by=process))

    def held_by(self, process: str):
        """Those that a process is running."""
        return self.filter(claimed_by=process).exclude(claimed_until=None)

    def claim(self, name: str, due_at: datetime, process: str, now: datetime) -> bool:
        """Take a due run for a process. Of any number of processes that ask at once, one is told True."""
        # One conditional UPDATE: the database lets one writer at a time see the row free and due.
        taken = (
            self.free_for(process, now)
            .filter(name=name, due_at=due_at, due_at__lte=now)
            .update(claimed_by=process, claimed_until=now + LEASE, started_at=now)
        )
        return taken == 1


class ScheduledJob(models.Model):
    """A recurring job's next due moment, its present holder and how its last run went."""

    name = models.CharField(max_length=100, primary_key=True)
    due_at = models.DateTimeField()
    claimed_by = models.CharField(max_length=64, blank=True)
    claimed_until = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    succeeded_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0, help_text="Failed runs since the last good one.")
    error = models.CharField(max_length=200, blank=True, help_text="The kind of the last failure.")

    objects = ScheduledJobQuerySet.as_manager()

    def __str__(self):
        return self.name
