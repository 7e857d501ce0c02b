"""The demonstration's questions: two that were answered, one that is new and one to be decided on; nobody real asked."""

from datetime import timedelta

from partnership.content.demonstration import Stage, builds

from ..models import MeetingPage, Question

PAST, NEXT = "held-demonstration-1", "next-demonstration"
ANSWERED = (
    (
        "Demonstration only: how do the committees hear from people who use services?",
        "Demonstration only: two people who use services speak at each meeting, and their notes are among the papers.",
        "An invented asker",
    ),
    (
        "Demonstration only: will the papers be published earlier?",
        "Demonstration only: they are published five clear working days before each meeting, and sooner where we can.",
        "",
    ),
)
NEW = (
    ("Demonstration only: what does the programme cost in a year?", False),
    ("Demonstration only: somebody in my family was hurt on a ward. Who listens to us?", True),
)


@builds(Stage.TEXTS, order=70)
def ask_questions(demonstration):
    """Questions for a past meeting with their answers, and for the next one without."""
    meetings = {page.slug: page for page in MeetingPage.objects.filter(slug__in=[PAST, NEXT])}
    if len(meetings) < 2 or Question.objects.exists():
        return
    held_at = meetings[PAST].starts_at
    for words, answer, name in ANSWERED:
        Question.objects.create(
            meeting=meetings[PAST],
            asked_at=held_at - timedelta(days=9),
            wording=words,
            public_wording=words,
            answer=answer,
            name=name,
            email="asker@example.org",
            may_publish=True,
            state=Question.State.ANSWERED,
            published_at=held_at - timedelta(days=1),
            closed_at=held_at - timedelta(days=1),
        )
    for words, suggests_harm in NEW:
        Question.objects.create(
            meeting=meetings[NEXT],
            asked_at=demonstration.now - timedelta(days=1),
            wording=words,
            public_wording=words,
            email="asker@example.org",
            may_publish=True,
            suggests_harm=suggests_harm,
        )
