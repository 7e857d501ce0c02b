"""What an officer decides of a question: changed, recorded, told to whoever asked, and shown where it is public."""

from datetime import datetime

from django.db import transaction

from partnership.accounts.grants import name_of
from partnership.alerts.notifying import notify
from partnership.content.visibility import Audience
from partnership.search.changes import changed

from ..models import Question, QuestionChange
from ..models.questions import OPEN_STATES, QuestionState
from .tasks import write_to_asker

Letter = QuestionChange.Letter
LETTERS = {
    QuestionState.ANSWERED: Letter.ANSWER,
    QuestionState.MERGED: Letter.MERGED,
    QuestionState.NOT_PUBLISHED: Letter.NOT_PUBLISHED,
    QuestionState.WITHDRAWN: Letter.WITHDRAWN,
}
DECIDED = (
    "safeguarding",
    "assigned_to",
    "item",
    "public_wording",
    "answer",
    "reason",
    "merged_into",
    "state",
)
# What is kept of a text that is replaced.
TEXTS = ("public_wording", "answer", "reason")


@transaction.atomic
def decide(question: Question, given: dict, user, now: datetime) -> Question:
    """Change a question as an officer decided; everything that becomes different is recorded with who did it.

    `given` holds the fields decided, and `publish`, `remove_name` and `quietly` (nobody is written to).
    """
    question = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    made = [change_field(question, name, given[name]) for name in DECIDED if name in given]
    made += [take_name_away(question) if given["remove_name"] else None, show_or_hide(question, given, now)]
    made = [change for change in made if change]
    if not made:
        return question
    if question.is_open:
        question.closed_at = None
    elif question.closed_at is None:
        question.closed_at = now
    question.save()
    if question.email and not given["quietly"]:
        made[-1].letter = letter_for(question, {change.field for change in made})
    for change in made:
        change.at, change.by, change.by_name = now, user, name_of(user)
        change.save()
        if change.letter:
            transaction.on_commit(lambda pk=change.pk: write_to_asker.enqueue(pk))
    changed("page", [question.meeting_id])
    return question


def recorded(question: Question, field: str, what: str, before: str = "") -> QuestionChange:
    """A change that is to be recorded; `field` says what of the question it is about."""
    change = QuestionChange(question=question, what=what[:300], before=before)
    change.field = field
    return change


def change_field(question: Question, name: str, value) -> QuestionChange | None:
    """Give a question another value; None where it has that already."""
    before = getattr(question, name)
    if before == value:
        return None
    setattr(question, name, value)
    return recorded(question, name, in_words(question, name, value), before if name in TEXTS else "")


def in_words(question: Question, name: str, value) -> str:
    """What is different, as the record says it: never the words of a text."""
    if name == "state":
        return question.get_state_display()
    if name == "safeguarding":
        return f"Safeguarding: {question.get_safeguarding_display()}"
    if name == "assigned_to":
        return f"Given to {name_of(value) or 'nobody'}"
    if name == "merged_into":
        return f"Merged with {value.reference}" if value else "Not merged any more"
    label = Question._meta.get_field(name).verbose_name
    return f"Changed: {label}"


def take_name_away(question: Question) -> QuestionChange | None:
    """Erase the name under which a question is shown, as its asker wishes."""
    if not question.name:
        return None
    question.name = question.organisation = ""
    return recorded(question, "name", "Name taken away, as the asker wishes")


def show_or_hide(question: Question, given: dict, now: datetime) -> QuestionChange | None:
    """Put an answered question on its meeting's page, or take it off; never without consent, nor at somebody's risk."""
    shows = (
        question.state == QuestionState.ANSWERED
        and given["publish"]
        and question.may_publish
        and not question.is_for_safeguarding
    )
    if shows == bool(question.published_at):
        return None
    question.published_at = now if shows else None
    if shows:
        tell_followers(question, now)
    return recorded(
        question, "published_at", "Published on the page of the meeting" if shows else "Taken off the page"
    )


def letter_for(question: Question, fields: set[str]) -> str:
    """What whoever asked is told of these changes; "" for nothing."""
    if question.state not in OPEN_STATES and "state" in fields:
        return LETTERS[question.state]
    if question.state == QuestionState.ANSWERED and "answer" in fields:
        return Letter.ANSWER
    return Letter.NAME_REMOVED if "name" in fields else ""


def tell_followers(question: Question, now: datetime) -> None:
    """Tell those who follow the committee, once for each meeting, that answers are on its page."""
    meeting = question.meeting
    if Audience(now).may_see(meeting):
        notify(
            "committee",
            meeting.get_parent().pk,
            f"meeting-{meeting.pk}-answers",
            f"Questions answered: {meeting.title}",
            "The committee answers questions from the public on the page of this meeting.",
            meeting.url or "",
            now,
        )
