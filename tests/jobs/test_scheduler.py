"""Due jobs run once, missed ones are made up for once, and a failing one harms nobody else."""

from datetime import timedelta

import pytest

from partnership.jobs.models import LEASE, ScheduledJob
from partnership.jobs.pulse import beat
from partnership.jobs.registry import every, recurring_jobs
from partnership.jobs.scheduler import RETRIES, run_due_jobs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_jobs")]


@pytest.fixture
def runs():
    return []


@pytest.fixture
def tidy(runs):
    """A job due every minute that writes down when it ran."""

    @every(minutes=1)
    def tidy(now):
        runs.append(now)

    return tidy


def test_a_new_job_waits_for_its_first_due_moment(tidy, runs, clock):
    run_due_jobs("a", clock)
    assert runs == []
    clock.goes_on(seconds=30)
    run_due_jobs("a", clock)
    assert runs == [clock.now]


def test_a_job_does_not_run_again_before_it_is_due(tidy, runs, clock):
    run_due_jobs("a", clock)
    clock.goes_on(minutes=1)
    assert run_due_jobs("a", clock) == ["tidy"]
    assert run_due_jobs("a", clock) == []
    assert run_due_jobs("b", clock) == []
    assert len(runs) == 1


def test_missed_runs_are_made_up_for_once(tidy, runs, clock):
    run_due_jobs("a", clock)
    clock.goes_on(days=3)
    run_due_jobs("a", clock)
    run_due_jobs("a", clock)
    assert len(runs) == 1
    clock.goes_on(minutes=1)
    run_due_jobs("a", clock)
    assert len(runs) == 2


def test_a_failing_job_is_logged_and_does_not_stop_the_next(tidy, runs, clock, caplog):
    @every(minutes=1)
    def broken(now):
        raise RuntimeError("no")

    run_due_jobs("a", clock)
    clock.goes_on(minutes=1)
    assert run_due_jobs("a", clock) == ["broken", "tidy"]
    assert len(runs) == 1
    assert "Recurring job broken failed." in caplog.text
    row = ScheduledJob.objects.get(name="broken")
    assert (row.failures, row.error, row.claimed_until) == (1, "RuntimeError", None)


def test_a_failed_run_is_tried_again_later_and_later_then_by_its_timetable(clock):
    @every(minutes=24 * 60)
    def letter(now):
        raise RuntimeError("no")

    run_due_jobs("a", clock)
    ScheduledJob.objects.update(due_at=clock.now)
    waits = []
    for _ in range(RETRIES + 1):
        assert run_due_jobs("a", clock) == ["letter"]
        due_at = ScheduledJob.objects.get().due_at
        waits.append(due_at - clock.now)
        clock.now = due_at
    assert waits[:RETRIES] == [timedelta(minutes=m) for m in (1, 2, 4, 8, 16)]
    assert waits[RETRIES] > timedelta(hours=10), "until midnight"


def test_a_good_run_forgets_failures(clock):
    outcomes = [RuntimeError("no"), None]

    @every(minutes=1)
    def letter(now):
        outcome = outcomes.pop(0)
        if outcome:
            raise outcome

    run_due_jobs("a", clock)
    for _ in range(2):
        clock.goes_on(minutes=1)
        run_due_jobs("a", clock)
    row = ScheduledJob.objects.get()
    assert (row.failures, row.error) == (0, "")
    assert row.succeeded_at == clock.now


def test_a_job_held_by_a_living_process_is_left_alone_and_a_dead_ones_is_taken_over(tidy, runs, clock):
    run_due_jobs("a", clock)
    clock.goes_on(minutes=1)
    row = ScheduledJob.objects.get()
    assert ScheduledJob.objects.claim("tidy", row.due_at, "slow", clock.now)
    clock.goes_on(seconds=80)
    beat("slow", "scheduler", clock.now)
    clock.goes_on(seconds=80)
    assert run_due_jobs("b", clock) == []
    clock.goes_on(seconds=LEASE.total_seconds())
    assert run_due_jobs("b", clock) == ["tidy"]
    assert len(runs) == 1


def test_a_process_takes_up_again_what_it_could_not_give_back(tidy, runs, clock):
    run_due_jobs("a", clock)
    clock.goes_on(minutes=1)
    # As when the database went away just after the job was done.
    assert ScheduledJob.objects.claim("tidy", ScheduledJob.objects.get().due_at, "a", clock.now)
    assert run_due_jobs("a", clock) == ["tidy"]


def test_two_jobs_of_one_name_are_refused():
    def job(now): ...

    every(minutes=1)(job)
    other = type(job)(job.__code__, {}, "job")
    other.__module__ = "elsewhere.jobs"
    with pytest.raises(ValueError, match="Two recurring jobs are named job"):
        every(minutes=1)(other)
    assert [job.name for job in recurring_jobs()] == ["job"]
