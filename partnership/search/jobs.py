"""What happens again and again: changes that no task is on its way for, the clock's, what people search for,
and what is not there."""

from datetime import datetime, time

from partnership.jobs.registry import daily, every

from . import missed, searched
from .indexing import ATTEMPTS
from .models import Entry, Stale
from .tasks import read_changes, read_everything


@every(minutes=1)
def read_changes_left_behind(now: datetime) -> None:
    """Wake the background when something changed that is not in the index yet, or when the index is new."""
    if not Entry.objects.exists():
        read_everything.enqueue()
    elif Stale.objects.filter(attempts__lt=ATTEMPTS).exists():
        read_changes.enqueue()


@every(minutes=5)
def gather_searched_words(now: datetime) -> None:
    """Put together what people searched for, and forget what is older than 90 days."""
    searched.gather(now)


@every(minutes=5)
def gather_missed_addresses(now: datetime) -> None:
    """Put together which addresses led nowhere, and forget what is older than 90 days."""
    missed.gather(now)


@daily(at=time(3, 50))
def read_all_that_can_be_found(now: datetime) -> None:
    """Read everything anew: what the clock changed, and what could not be read before."""
    read_everything.enqueue()
