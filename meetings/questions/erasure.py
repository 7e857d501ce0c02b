"""Forgets who asked, so many days after a question was closed as the settings say."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from ..models import Question


def erase_old_questions(now: datetime) -> int:
    """Erase who asked the questions that were closed so many days ago; answers how many."""
    keys = list(
        Question.objects.to_erase(now - timedelta(days=settings.QUESTIONS_KEPT_DAYS)).values_list(
            "pk", flat=True
        )
    )
    for key in keys:
        with transaction.atomic():
            erase(Question.objects.select_for_update().get(pk=key), now)
    return len(keys)


def erase(question: Question, now: datetime) -> None:
    """Erase what says who asked. What is published stays, under the name chosen until the asker wishes it away."""
    question.email = question.wording = question.adjustments = question.reason = ""
    if not question.published_at:
        question.name = question.organisation = question.public_wording = question.answer = ""
    question.erased_at = now
    question.save()
    question.changes.update(before="")
