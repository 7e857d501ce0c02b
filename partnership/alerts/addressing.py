"""Who is told of an event."""

from datetime import datetime

from django.db import transaction

from .models import Event, Letter, Subscription


def address_events(now: datetime) -> None:
    """Make a letter to each follower for every event that has none yet."""
    for event in Event.objects.filter(addressed_at=None).order_by("happened_at"):
        with transaction.atomic():
            # Held until the letters are there: nobody leaves half-way.
            Letter.objects.make_for(event, event.followers().select_related("follower").select_for_update())
            Event.objects.filter(pk=event.pk).update(addressed_at=now)


def catch_up(subscription: Subscription) -> None:
    """Make letters about what happened between somebody's sign-up and their confirmation."""
    for event in Event.objects.filter(happened_at__gte=subscription.asked_at):
        if (subscription.kind, subscription.object_id) in event.topics:
            Letter.objects.make_for(event, [subscription])
