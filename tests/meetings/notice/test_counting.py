"""Days of notice are counted as the law counts them."""

from datetime import UTC, date, datetime, time

import pytest

from meetings.models.notice_rules import Duty
from meetings.notice.counting import (
    Counting,
    day_in_london,
    days_between,
    latest_day_after,
    latest_day_before,
    moment_on,
)
from meetings.notice.rules import DEFAULTS, Rule

CLEAR, WORKING, DAYS, BOTH = Counting.CLEAR, Counting.WORKING, Counting.DAYS, Counting.CLEAR_WORKING


@pytest.mark.parametrize(
    ("given", "meeting", "counting", "days"),
    [
        # An ordinary week: Wednesday to Wednesday.
        (date(2023, 9, 20), date(2023, 9, 27), BOTH, 4),
        (date(2023, 9, 20), date(2023, 9, 27), CLEAR, 6),
        (date(2023, 9, 20), date(2023, 9, 27), WORKING, 5),
        (date(2023, 9, 20), date(2023, 9, 27), DAYS, 7),
        # Over Easter: Good Friday 3 April and Easter Monday 6 April 2026.
        (date(2026, 3, 31), date(2026, 4, 8), BOTH, 3),
        # Over the days on which clocks change: Sundays 29 March and 25 October 2026.
        (date(2026, 3, 27), date(2026, 3, 31), CLEAR, 3),
        (date(2026, 3, 27), date(2026, 3, 31), BOTH, 1),
        (date(2026, 10, 23), date(2026, 10, 27), CLEAR, 3),
        # The same day, and the day before, give none.
        (date(2023, 9, 27), date(2023, 9, 27), CLEAR, 0),
        (date(2023, 9, 26), date(2023, 9, 27), BOTH, 0),
        (date(2023, 9, 28), date(2023, 9, 27), DAYS, 0),
    ],
)
def test_counts_days_between_notice_and_meeting(given, meeting, counting, days):
    assert days_between(given, meeting, counting) == days


@pytest.mark.parametrize(
    ("meeting", "days", "counting", "latest"),
    [
        (date(2023, 9, 27), 5, BOTH, date(2023, 9, 19)),
        (date(2023, 9, 27), 3, CLEAR, date(2023, 9, 23)),
        # Christmas 2026: 25 December, and 28 December in place of Boxing Day.
        (date(2026, 12, 30), 3, BOTH, date(2026, 12, 22)),
        (date(2026, 3, 31), 1, BOTH, date(2026, 3, 29)),
    ],
)
def test_the_latest_day_gives_just_enough(meeting, days, counting, latest):
    assert latest_day_before(meeting, days, counting) == latest
    assert days_between(latest, meeting, counting) >= days
    assert days_between(latest.replace(day=latest.day + 1), meeting, counting) < days


def test_minutes_are_due_working_days_after():
    assert latest_day_after(date(2023, 9, 27), 10, WORKING) == date(2023, 10, 11)
    assert latest_day_after(date(2026, 12, 23), 2, WORKING) == date(2026, 12, 29)


@pytest.mark.parametrize(
    ("day", "by_time", "moment"),
    [
        (date(2026, 3, 29), None, datetime(2026, 3, 29, 23, 0, tzinfo=UTC)),
        (date(2026, 3, 28), None, datetime(2026, 3, 29, 0, 0, tzinfo=UTC)),
        (date(2026, 10, 25), None, datetime(2026, 10, 26, 0, 0, tzinfo=UTC)),
        (date(2026, 10, 24), time(12), datetime(2026, 10, 24, 11, 0, tzinfo=UTC)),
        (date(2026, 10, 25), time(12), datetime(2026, 10, 25, 12, 0, tzinfo=UTC)),
    ],
)
def test_a_day_ends_at_midnight_in_london_on_days_that_clocks_change_too(day, by_time, moment):
    assert moment_on(day, by_time) == moment


def test_a_moment_shortly_after_midnight_in_london_is_the_next_day():
    assert day_in_london(datetime(2026, 6, 1, 23, 30, tzinfo=UTC)) == date(2026, 6, 2)


def test_questions_close_at_noon():
    rule = next(rule for rule in DEFAULTS if rule.duty == Duty.QUESTIONS)
    assert rule.due_at(date(2023, 9, 27)) == datetime(2023, 9, 21, 11, 0, tzinfo=UTC)
    assert rule.in_words == "3 clear working days before, by noon"


def test_notice_of_under_three_clear_days_is_never_in_time_whatever_a_rule_says():
    lenient = Rule(Duty.NOTICE, 1, Counting.CLEAR)
    given, meeting = date(2023, 9, 24), date(2023, 9, 27)
    assert lenient.is_late(moment_on(given, time(9)), given, meeting)
    assert not lenient.is_late(moment_on(date(2023, 9, 23), time(9)), date(2023, 9, 23), meeting)
