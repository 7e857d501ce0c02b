"""Whether enough were there to decide, from when to when."""

from datetime import UTC, datetime, timedelta

import pytest

from meetings.models import Attendance
from meetings.records.quorum import Quorum, quorum_of

START = datetime(2026, 3, 29, 9, 0, tzinfo=UTC)


def minute(number):
    return START + timedelta(minutes=number)


def there(kind="present", votes=True, organisation=None, joined=None, left=None):
    """Somebody at a meeting; times in minutes from its start."""
    return Attendance(
        kind=kind,
        votes=votes,
        organisation_id=organisation,
        joined_at=None if joined is None else minute(joined),
        left_at=None if left is None else minute(left),
    )


QUORATE, NOT_QUORATE, UNKNOWN = Quorum(True), Quorum(False), Quorum(None)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([there(), there()], QUORATE),
        ([there(), there("apologies")], NOT_QUORATE),
        # A deputy counts where a deputy may vote; nobody in attendance does, nor a member without a vote.
        ([there(), there("deputy")], QUORATE),
        ([there(), there("deputy", votes=False)], NOT_QUORATE),
        ([there(), there("in_attendance")], NOT_QUORATE),
        ([there(), there(votes=False)], NOT_QUORATE),
        # From when the last one needed joined, until the first one needed left.
        ([there(), there(joined=5)], Quorum(True, minute(5))),
        ([there(), there(left=20)], Quorum(True, None, minute(20))),
        ([there(), there(left=20), there(joined=20)], QUORATE),
        ([there(), there(left=20), there(joined=25)], QUORATE),
        # When all have gone, the meeting is over.
        ([there(left=45), there(left=45)], QUORATE),
        ([there(left=45), there(left=40)], Quorum(True, None, minute(40))),
        ([], UNKNOWN),
        ([there(kind="")], UNKNOWN),
    ],
)
def test_two_voting_members_are_needed_for_as_long_as_it_is_quorate(rows, expected):
    assert quorum_of(rows, {None: 2}, START) == expected


def test_without_a_number_nothing_is_claimed():
    assert quorum_of([there()], {}, START) == UNKNOWN


def test_a_joint_committee_needs_its_number_of_each_organisation():
    rows = [there(organisation=1), there(organisation=1), there(organisation=2, left=30)]
    assert quorum_of(rows, {1: 1, 2: 1}, START) == Quorum(True, None, minute(30))
    assert quorum_of(rows[:2], {1: 1, 2: 1}, START) == NOT_QUORATE
