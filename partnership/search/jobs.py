"""What happens again and again: changes that no task is on its way for, and the clock's."""

from datetime import datetime, time

from partnership.jobs.registry import daily, every

from .indexing import ATTEMPTS
from .models import Stale
from .tasks import read_changes, read_everything


@every(minutes=1)
def read_changes_left_behind(now: datetime) -> None:
    """Wake the background when something changed that is not in the index yet."""
    if Stale.objects.filter(attempts__lt=ATTEMPTS).exists():
        read_changes.enqueue()


@daily(at=time(3, 50))
def read_all_that_can_be_found(now: datetime) -> None:
    """Read everything anew: what the clock changed, and what could not be read before."""
    read_everything.enqueue()
