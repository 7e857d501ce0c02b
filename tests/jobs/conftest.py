"""What tests of jobs share: a registry of their own, and a clock that stands still."""

from datetime import UTC, datetime, timedelta

import pytest

from partnership.jobs import registry


class Clock:
    """Tells the time that a test sets."""

    def __init__(self):
        self.now = datetime(2026, 3, 2, 12, 0, 30, tzinfo=UTC)

    def __call__(self):
        return self.now

    def goes_on(self, **amount):
        """Let time pass."""
        self.now += timedelta(**amount)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def no_jobs(monkeypatch):
    """An empty registry, for a test to register its own jobs in."""
    monkeypatch.setattr(registry, "_jobs", {})
