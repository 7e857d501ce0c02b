"""A task that failed, or whose worker died, is tried again: later each time, and not for ever.

Tasks must therefore bear being run more than once.
"""

from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from .models import Heartbeat

ATTEMPTS = 5
FIRST_WAIT = timedelta(seconds=30)


def wait_after(attempt: int) -> timedelta:
    """How long to wait after the first, second, third … failed attempt: 30 s, 2 min, 8 min, 32 min."""
    return FIRST_WAIT * 4 ** (attempt - 1)


def try_again(task: DBTaskResult, now: datetime) -> bool:
    """Put a task that did not succeed back in the queue. False where it has had all its attempts."""
    # Each claim adds the worker to `worker_ids`, so its length is the number of attempts.
    attempt = len(task.worker_ids)
    if attempt >= ATTEMPTS:
        return False
    changed = DBTaskResult.objects.filter(pk=task.pk, status=task.status, worker_ids=task.worker_ids).update(
        status=TaskResultStatus.READY, run_after=now + wait_after(attempt), finished_at=None
    )
    return changed == 1


def retry_failed(sender, task_result, **kwargs):
    """Receiver of `task_finished`: a failed task goes back in the queue."""
    if task_result.status == TaskResultStatus.FAILED and hasattr(task_result, "db_result"):
        try_again(task_result.db_result, timezone.now())


def take_back_lost_tasks(now: datetime) -> int:
    """Tasks whose worker was killed while it ran them go back in the queue, or fail if that was the last attempt."""
    alive = set(Heartbeat.objects.alive(now).values_list("process", flat=True))
    lost = [task for task in DBTaskResult.objects.running() if task.worker_ids[-1] not in alive]
    for task in lost:
        if not try_again(task, now):
            task.set_failed(RuntimeError("The worker stopped in the middle of this task."))
    return len(lost)
