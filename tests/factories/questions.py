"""Questions from the public, new unless said otherwise."""

from django.utils import timezone

from meetings.models import Question

TEXTS = ("wording", "public_wording", "answer", "adjustments", "organisation")


def question_saying(word: str, meeting, **facts) -> Question:
    """A question that says a word in every place that holds text, and was asked by somebody of that name."""
    return Question.objects.create(
        meeting=meeting,
        asked_at=timezone.now(),
        name=f"{word}-asker",
        email=f"asker@{word}.example",
        suggests_harm=True,
        **dict.fromkeys(TEXTS, f"{word}-words"),
        **facts,
    )
