"""What is owed to those who asked, for the officers of their committee."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime

from django.urls import reverse

from partnership.content.working_days import add_working_days

from ..notice.counting import day_in_london, moment_on
from ..notice.duties import State, Task, state_of
from .permissions import questions_of

# Somebody may be at risk: it is read by the end of the next working day at the latest.
LOOK_WITHIN_WORKING_DAYS = 1


def questions_owed_to(user) -> Callable[[list, datetime], Iterable[Task]]:
    """A function that says what is owed for meetings whose questions this person deals with; in two queries."""

    def owed(meetings, now):
        asked = defaultdict(list)
        for question in questions_of(user).filter(meeting__in=[meeting.pk for meeting in meetings]):
            asked[question.meeting_id].append(question)
        for meeting in meetings:
            yield from tasks_for(meeting, asked[meeting.pk], now)

    return owed


def tasks_for(meeting, questions: list, now: datetime) -> Iterable[Task]:
    """What is owed for one meeting: to decide where somebody may be at risk, and to answer what is open."""
    if not questions:
        return
    url = f"{reverse('questions:index')}?meeting={meeting.pk}"
    flagged = [question for question in questions if question.is_open and question.may_be_for_safeguarding]
    if flagged:
        first = min(question.asked_at for question in flagged)
        due_at = moment_on(add_working_days(day_in_london(first), LOOK_WITHIN_WORKING_DAYS), None)
        state = State.OVERDUE if now > due_at else State.DUE
        yield Task(
            meeting,
            f"Decide whether somebody is at risk ({len(flagged)})",
            due_at,
            state,
            "1 working day after it was asked",
            url,
        )
    waiting = [question for question in questions if question.is_open]
    if waiting:
        words = f"Answer {len(waiting)} questions" if len(waiting) > 1 else "Answer a question"
        # From the moment that there is one, it is due.
        state = state_of(None, meeting.starts_at, first_asked(waiting), now)
        yield Task(
            meeting, f"{words} from the public", meeting.starts_at, state, "before the meeting begins", url
        )
        return
    last = max(question.closed_at or question.asked_at for question in questions)
    yield Task(
        meeting,
        "Answer questions from the public",
        meeting.starts_at,
        State.DONE if last <= meeting.starts_at else State.LATE,
        "before the meeting begins",
        url,
        last,
    )


def first_asked(questions: list) -> datetime:
    """When the first of some questions was asked."""
    return min(question.asked_at for question in questions)
