"""Times of day, in London."""

from datetime import UTC, datetime

import pytest

from meetings.clock import clock_time, clock_times


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2023, 9, 27, 8, 0, tzinfo=UTC), "9am"),
        (datetime(2023, 12, 27, 9, 45, tzinfo=UTC), "9.45am"),
        (datetime(2023, 12, 27, 12, 0, tzinfo=UTC), "midday"),
        (datetime(2023, 9, 26, 23, 0, tzinfo=UTC), "midnight"),
        (datetime(2023, 12, 27, 12, 5, tzinfo=UTC), "12.05pm"),
    ],
)
def test_a_time_is_said_as_in_london(moment, said):
    assert clock_time(moment) == said


def test_from_one_time_to_another():
    start, end = datetime(2023, 9, 27, 8, 0, tzinfo=UTC), datetime(2023, 9, 27, 8, 45, tzinfo=UTC)
    assert clock_times(start, end) == "9am to 9.45am"


def test_names_the_day_where_a_meeting_ends_on_another():
    start, end = datetime(2023, 9, 27, 20, 0, tzinfo=UTC), datetime(2023, 9, 28, 8, 0, tzinfo=UTC)
    assert clock_times(start, end) == "9pm to 9am on Thursday 28 September"


def test_says_nothing_where_no_start_is_known():
    assert clock_times(None, None) == ""
