"""A monitor is told when the background is silent, late or failing."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from partnership.jobs.health import problems
from partnership.jobs.models import Heartbeat, ScheduledJob
from partnership.jobs.pulse import beat

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def _alive(now):
    beat("w", Heartbeat.Kind.WORKER, now)
    beat("s", Heartbeat.Kind.SCHEDULER, now)


def test_silence_is_a_problem(now):
    assert problems(now) == [
        "no worker has been heard of for 90 seconds",
        "no scheduler has been heard of for 90 seconds",
    ]


@pytest.mark.usefixtures("_alive")
def test_all_is_well_while_they_beat(now):
    assert problems(now) == []
    assert len(problems(now + timedelta(minutes=2))) == 2


@pytest.mark.usefixtures("_alive")
def test_a_late_job_and_a_failing_one_are_named(now):
    ScheduledJob.objects.create(name="publish_scheduled", due_at=now - timedelta(hours=1))
    ScheduledJob.objects.create(name="forget_old_sessions", due_at=now, failures=2, error="OperationalError")
    ScheduledJob.objects.create(name="a_job_of_an_older_release", due_at=now - timedelta(days=90))
    found = problems(now)
    assert found[0] == "forget_old_sessions has failed 2 times: OperationalError"
    assert found[1].startswith("publish_scheduled is late")
    assert len(found) == 2


def test_the_command_ends_with_an_error_that_says_why():
    with pytest.raises(CommandError, match="no worker has been heard of"):
        call_command("check_jobs")


def test_healthz_tells_of_the_background_only_when_asked(client, now):
    assert client.get("/healthz").status_code == 200
    deep = client.get("/healthz?deep=1")
    assert deep.status_code == 503
    assert deep.json()["problems"][0] == "no worker has been heard of for 90 seconds"
    beat("w", Heartbeat.Kind.WORKER, now)
    beat("s", Heartbeat.Kind.SCHEDULER, now)
    assert client.get("/healthz?deep=1").json() == {"status": "ok"}
