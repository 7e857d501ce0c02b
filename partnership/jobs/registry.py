"""Every recurring job of the site. A section names its own in its `jobs.py`; this app finds them at start."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from .timetables import Daily, Every, Timetable


@dataclass(frozen=True)
class RecurringJob:
    """Something to do again and again. It is told the moment it runs at, and must bear being run twice."""

    name: str
    run: Callable[[datetime], None]
    timetable: Timetable


_jobs: dict[str, RecurringJob] = {}


def every(*, minutes: int):
    """Register a function, called with the moment of its run, to run every so many minutes.

    Keep it short: jobs run one after another. What takes longer than some seconds enqueues a task.
    """
    return _registering(Every(timedelta(minutes=minutes)))


def daily(*, at: time):
    """Register a function, called with the moment of its run, to run once a day at a London time.

    Choose a time outside 01:00 to 02:00, which clocks skip or repeat twice a year.
    """
    return _registering(Daily(at))


def recurring_jobs() -> list[RecurringJob]:
    """All of them, in order of name."""
    return [_jobs[name] for name in sorted(_jobs)]


def _registering(timetable: Timetable):
    def register(function):
        name = function.__name__
        if name in _jobs and _jobs[name].run.__module__ != function.__module__:
            raise ValueError(f"Two recurring jobs are named {name}.")
        _jobs[name] = RecurringJob(name, function, timetable)
        return function

    return register
