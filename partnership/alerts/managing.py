"""What followers do with what they follow."""

from django.db import transaction

from .models import Follower, Letter, Subscription


@transaction.atomic
def stop(subscription: Subscription) -> None:
    """Erase a subscription, and the address with the last one. News that another one brings too still comes."""
    follower = Follower.objects.select_for_update().filter(pk=subscription.follower_id)
    if not follower.exists():
        return
    for letter in Letter.objects.waiting().filter(subscription=subscription, event__isnull=False):
        others = (
            letter.event.followers().filter(follower=subscription.follower_id).exclude(pk=subscription.pk)
        )
        if other := others.first():
            Letter.objects.filter(pk=letter.pk).update(subscription=other)
    Subscription.objects.filter(pk=subscription.pk).delete()
    follower.without_subscriptions().delete()


def stop_everything(key: str) -> None:
    """Erase the follower of this key, their address, all that they follow and all their letters."""
    Follower.objects.filter(key=key).delete()


def change_frequency(follower: Follower, frequency: str) -> None:
    """Tell somebody more or less often. What waits for a digest goes when the new choice says so."""
    Follower.objects.filter(pk=follower.pk).update(frequency=frequency)
