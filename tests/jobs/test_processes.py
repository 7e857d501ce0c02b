"""Schedulers and workers as real processes and real connections."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from partnership.home.models import StandardPage
from partnership.jobs.models import Heartbeat, ScheduledJob
from partnership.jobs.registry import every
from partnership.jobs.scheduler import run_due_jobs

pytestmark = pytest.mark.usefixtures("committed_db")


def database_url():
    """How another process finds the test database."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**found)


def start(*command):
    return subprocess.Popen(
        [sys.executable, "manage.py", *command],
        cwd=settings.PROJECT_DIR,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "partnership.settings.development",
            "DATABASE_URL": database_url(),
            "VAR_DIR": str(settings.TEST_DIR),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def wait_for(condition, processes, seconds=90):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return
        for process in processes:
            assert process.poll() is None, process.stdout.read()
        time.sleep(0.1)
    raise AssertionError("it did not happen in time")


@pytest.mark.usefixtures("no_jobs")
def test_of_many_schedulers_at_once_exactly_one_runs_what_is_due():
    runs = []

    @every(minutes=1)
    def tidy(now):
        runs.append(now)
        time.sleep(0.05)

    ScheduledJob.objects.create(name="tidy", due_at=timezone.now())
    schedulers = 8
    ready = threading.Barrier(schedulers)
    errors = []

    def schedule(number):
        try:
            ready.wait()
            run_due_jobs(f"scheduler-{number}", timezone.now)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=schedule, args=[number]) for number in range(schedulers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(runs) == 1


def test_two_scheduler_processes_publish_a_page_once_and_stop_when_told():
    root = Page.objects.get(depth=1)
    page = root.add_child(instance=StandardPage(title="Later", slug="later", live=False))
    page.go_live_at = timezone.now() - timezone.timedelta(seconds=1)
    revision = page.save_revision()
    type(revision).objects.update(approved_go_live_at=page.go_live_at)
    ScheduledJob.objects.create(name="publish_scheduled", due_at=timezone.now())

    processes = [start("scheduler"), start("scheduler")]
    try:
        wait_for(lambda: Heartbeat.objects.count() == 2, processes)
        wait_for(lambda: StandardPage.objects.get().live, processes)
        for process in processes:
            process.send_signal(signal.SIGTERM)
        outputs = [process.communicate(timeout=30)[0] for process in processes]
    finally:
        for process in processes:
            process.kill()
    assert [process.returncode for process in processes] == [0, 0], outputs
    assert "Traceback" not in "".join(outputs)
    assert PageLogEntry.objects.filter(page=page, action="wagtail.publish.scheduled").count() == 1
    assert Heartbeat.objects.count() == 0, "who stops in order takes its heartbeat away"


def test_an_idle_worker_beats_and_stops_when_told():
    worker = start("worker")
    try:
        wait_for(lambda: Heartbeat.objects.filter(kind="worker").exists(), [worker])
        worker.send_signal(signal.SIGTERM)
        output, _ = worker.communicate(timeout=30)
    finally:
        worker.kill()
    assert worker.returncode == 0, output
