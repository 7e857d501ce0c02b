"""Tasks that fail, or whose worker dies, are tried again, and not for ever."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from partnership.jobs.models import Heartbeat
from partnership.jobs.retries import ATTEMPTS, take_back_lost_tasks

fates = []


@task()
def fickle():
    """Does what the next fate says."""
    fate = fates.pop(0)
    if fate:
        raise fate


@pytest.fixture(autouse=True)
def _database_queue(settings, committed_db):
    # The worker beats its heart on a connection of its own, so this is a database with real commits.
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    fates.clear()


def work():
    call_command("worker", batch=True)
    return DBTaskResult.objects.get()


def test_a_task_that_fails_is_done_at_the_second_attempt():
    fates[:] = [RuntimeError("no"), None]
    fickle.enqueue()
    failed = work()
    assert failed.status == "READY"
    assert timedelta(seconds=25) < failed.run_after - timezone.now() < timedelta(seconds=31)
    assert work().status == "READY", "it must wait its time"
    DBTaskResult.objects.update(run_after=timezone.now())
    done = work()
    assert done.status == "SUCCESSFUL"
    assert len(done.worker_ids) == 2


def test_a_task_that_always_fails_is_given_up():
    fates[:] = [RuntimeError("no")] * 10
    fickle.enqueue()
    for _ in range(ATTEMPTS + 2):
        DBTaskResult.objects.update(run_after=timezone.now())
        result = work()
    assert result.status == "FAILED"
    assert len(fates) == 10 - ATTEMPTS


def test_a_failing_task_does_not_stop_the_next():
    fates[:] = [RuntimeError("no"), None]
    fickle.enqueue()
    fickle.enqueue()
    call_command("worker", batch=True)
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["READY", "SUCCESSFUL"]


def test_the_task_of_a_dead_worker_goes_back_in_the_queue_and_a_living_ones_does_not():
    now = timezone.now()
    for worker in ("dead", "alive"):
        fickle.enqueue()
        DBTaskResult.objects.ready().first().claim(worker)
    Heartbeat.objects.create(process="alive", kind="worker", seen_at=now)
    Heartbeat.objects.create(process="dead", kind="worker", seen_at=now - timedelta(minutes=5))
    assert take_back_lost_tasks(now) == 1
    assert {result.worker_ids[0]: result.status for result in DBTaskResult.objects.all()} == {
        "dead": "READY",
        "alive": "RUNNING",
    }


def test_a_task_that_kills_its_workers_fails_in_the_end():
    fickle.enqueue()
    task_result = DBTaskResult.objects.get()
    for attempt in range(ATTEMPTS):
        task_result.claim(f"dead-{attempt}")
    take_back_lost_tasks(timezone.now())
    assert DBTaskResult.objects.get().status == "FAILED"
