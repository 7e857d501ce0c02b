"""When jobs are due."""

from datetime import UTC, datetime, time, timedelta

import pytest

from partnership.jobs.timetables import Daily, Every


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-03-02 12:00:30", "2026-03-02 12:15"),
        ("2026-03-02 12:14:59", "2026-03-02 12:15"),
        ("2026-03-02 12:15:00", "2026-03-02 12:30"),
        ("2026-03-02 23:59:00", "2026-03-03 00:00"),
    ],
)
def test_every_15_minutes_is_at_round_quarters_and_always_later(moment, due):
    assert Every(timedelta(minutes=15)).after(at(moment)) == at(due)


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-03-02 03:00", "2026-03-02 03:10"),
        ("2026-03-02 03:10", "2026-03-03 03:10"),
        # The clocks went forward in the small hours of 29 March: ten past three is now two hours and ten by UTC.
        ("2026-03-28 12:00", "2026-03-29 02:10"),
        ("2026-10-24 12:00", "2026-10-25 03:10"),
    ],
)
def test_daily_keeps_london_time_through_the_change_of_clocks(moment, due):
    assert Daily(time(3, 10)).after(at(moment)) == at(due)
