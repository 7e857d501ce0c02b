"""Draft minutes are owed by a rule, stand on the desk until they are there, and fill the publication scheme."""

from datetime import UTC, date, datetime

from documents.models import SchemeExpectation
from documents.scheme.gaps import gaps
from meetings.admin.dashboard import meetings_at_hand
from meetings.minutes.publishing import publish
from meetings.notice.duties import Overview, State
from partnership.content.visibility import Audience

SOON = datetime(2023, 10, 6, 9, 0, tzinfo=UTC)
LATE = datetime(2023, 10, 20, 9, 0, tzinfo=UTC)


def state(meeting, now) -> str:
    """How the duty stands."""
    return {task.words: task.state for task in Overview([meeting], now).tasks}["Publish draft minutes"]


def owed(officer, meeting) -> set[str]:
    """What the officer's desk says is still to do for a meeting."""
    desk = Overview(meetings_at_hand(officer, LATE), LATE, user=officer)
    return {task.words for task in desk.open() if task.meeting == meeting}


def test_they_are_due_after_the_meeting_and_overdue_after_ten_working_days(held, officer):
    assert state(held.meeting, datetime(2023, 9, 20, tzinfo=UTC)) == State.COMING
    assert state(held.meeting, SOON) == State.DUE
    assert state(held.meeting, LATE) == State.OVERDUE
    assert "Publish draft minutes" in owed(officer, held.meeting)
    publish(held.minutes, officer, SOON)
    assert state(held.meeting, LATE) == State.DONE
    assert "Publish draft minutes" not in owed(officer, held.meeting)


def test_a_month_without_minutes_is_a_gap_and_minutes_fill_it(held):
    expected = SchemeExpectation.objects.create(
        title="Minutes of the board",
        scheme_class="decisions",
        kind="minutes",
        frequency="monthly",
        starts_on=date(2023, 9, 1),
        days_allowed=10,
        title_words=held.tree.committee.title,
    )

    def months():
        return [str(gap.period) for gap in gaps([expected], Audience(), date(2023, 10, 20))]

    assert months() == ["September 2023"]
    publish(held.minutes, None, SOON)
    assert months() == []
    expected.title_words = "Another committee"
    assert months() == ["September 2023"]
