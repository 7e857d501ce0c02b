"""Promises are made in working days of England, without asking the internet."""

import socket
from datetime import date

import pytest

from partnership.content import working_days
from partnership.content.working_days import add_working_days, is_working_day


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
        (date(2026, 12, 26), False),
        # Boxing Day fell on a Saturday, so the Monday after is its bank holiday.
        (date(2026, 12, 28), False),
        # A bank holiday in Scotland only.
        (date(2026, 11, 30), True),
    ],
)
def test_weekends_and_the_bank_holidays_of_england_are_none(day, works):
    assert is_working_day(day) is works


def test_days_are_counted_over_christmas():
    assert add_working_days(date(2026, 12, 23), 4) == date(2026, 12, 31)
    assert add_working_days(date(2026, 12, 23), 5) == date(2027, 1, 4)


def test_what_is_asked_on_a_sunday_counts_from_monday():
    assert add_working_days(date(2026, 11, 22), 1) == date(2026, 11, 23)


def test_nothing_is_fetched(monkeypatch):
    working_days.calendar.cache_clear()
    monkeypatch.setattr(socket, "socket", lambda *args, **kwargs: pytest.fail("It asked the network."))
    assert is_working_day(date(2026, 11, 24))


def test_the_library_knows_at_least_a_year_ahead():
    known = working_days.calendar().get_holidays(division="england-and-wales")
    assert known[-1]["date"] > date.today()  # noqa: DTZ011
