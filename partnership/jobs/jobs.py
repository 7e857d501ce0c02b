"""The recurring jobs that every Wagtail site needs."""

from datetime import datetime, time

from django.core.management import call_command

from partnership.accounts.closing.unused import look_after_unused
from partnership.accounts.models import SignIn

from .models import Heartbeat
from .registry import daily, every
from .retries import take_back_lost_tasks
from .scheduled_publishing import do_what_is_due


@every(minutes=1)
def publish_scheduled(now: datetime) -> None:
    """Publish and take down what editors gave a time."""
    do_what_is_due(now)


@every(minutes=1)
def recover_lost_tasks(now: datetime) -> None:
    """Give the tasks of workers that died to others."""
    take_back_lost_tasks(now)


@daily(at=time(3, 10))
def forget_finished_work(now: datetime) -> None:
    """Drop the records of tasks finished a fortnight ago, failed ones after six weeks, and of processes long gone."""
    call_command(
        "prune_db_task_results", queue_name="*", min_age_days=14, failed_min_age_days=42, verbosity=0
    )
    Heartbeat.objects.exclude(pk__in=Heartbeat.objects.alive(now)).delete()


@daily(at=time(3, 20))
def forget_old_sessions(now: datetime) -> None:
    """Drop the sessions that have run out, and the list of where people were signed in."""
    call_command("clearsessions", verbosity=0)
    SignIn.objects.exclude(pk__in=SignIn.objects.begun_since(SignIn.oldest(now))).delete()


@daily(at=time(6, 20))
def close_unused_accounts(now: datetime) -> None:
    """Warn whoever has not signed in for long, and close accounts of those who were warned."""
    look_after_unused(now)
