"""Tells recommendations which actions of committees answer them."""

from django.utils import timezone

from documents.recommendations.answering import Answering, register_answers

from ..models import Action
from .showing import say_status


@register_answers
def actions_answering(recommendations, audience) -> dict[int, list[Answering]]:
    """The actions that answer recommendations, by the recommendations' keys, in one query."""
    found: dict[int, list[Answering]] = {}
    links = Action.answers.through.objects.filter(
        recommendation__in=[each.pk for each in recommendations],
        action__in=Action.objects.shown_to(audience).values("pk"),
    )
    links = links.select_related("action__meeting", "action__committee").defer(
        "action__meeting__body", "action__committee__body"
    )
    today = timezone.localdate(audience.now)
    for link in links.order_by("action__meeting__starts_at", "pk"):
        action = link.action
        say_status(action, today)
        found.setdefault(link.recommendation_id, []).append(
            Answering(
                action.text,
                f"{action.meeting.url}#{action.anchor}",
                action.committee.title,
                timezone.localdate(action.meeting.starts_at),
                action.status_words,
                action.colour,
            )
        )
    return found
