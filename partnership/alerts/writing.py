"""Decides what of a letter the public may still see, and has it written."""

from django.core.mail import EmailMultiAlternatives

from partnership.content.visibility import Audience

from .mails import digest_message, message
from .models import Letter


def written(letter: Letter, audience: Audience, connection=None) -> EmailMultiAlternatives | None:
    """The letter as it may be sent now; None where nothing in it is public any more."""
    if letter.subscription is None:
        groups = news_by_topic(letter, audience)
        return digest_message(letter, groups, connection) if groups else None
    topic = public_topic(letter, audience)
    return message(letter, topic, connection) if topic else None


def public_topic(letter: Letter, audience: Audience):
    """What a letter's follower follows, if that and what happened may be seen."""
    topic = letter.subscription.topic(audience)
    if topic and letter.event and letter.event.topic(audience) is None:
        return None
    return topic


def news_by_topic(digest: Letter, audience: Audience) -> list[tuple]:
    """What a digest tells: each topic with its events, oldest first; topics in the order of their titles."""
    groups = {}
    for letter in digest.enclosed.select_related("subscription", "event").order_by(
        "event__happened_at", "pk"
    ):
        if topic := public_topic(letter, audience):
            groups.setdefault(topic, []).append(letter.event)
    return sorted(groups.items(), key=lambda group: group[0].title)
