"""From a form to a case with a number."""

import uuid
from datetime import datetime

from django.db import transaction

from ..models import MeetingPage, Question, QuestionChange
from .harm import suggests_harm
from .tasks import write_to_asker

ASKED = ("wording", "name", "organisation", "email", "adjustments")


def ask(meeting: MeetingPage, given: dict, form_key: str, now: datetime) -> Question:
    """Make a case of what was filled in; the same one again for a form that is sent twice."""
    # Somebody who goes back and asks something else asks a second question.
    key = uuid.uuid5(uuid.UUID(form_key), f"{meeting.pk} {given['wording']}")
    with transaction.atomic():
        question, new = Question.objects.get_or_create(
            form_key=key,
            defaults={
                "meeting": meeting,
                "item_id": given["item"],
                **{name: given[name] for name in ASKED},
                "may_publish": given["publish"] == "yes",
                "suggests_harm": suggests_harm(given["wording"], given["adjustments"]),
                "public_wording": given["wording"],
                "asked_at": now,
            },
        )
        if new:
            asked = QuestionChange.objects.create(
                question=question, at=now, what="Asked", letter=QuestionChange.Letter.CONFIRMATION
            )
            transaction.on_commit(lambda: write_to_asker.enqueue(asked.pk))
    return question
