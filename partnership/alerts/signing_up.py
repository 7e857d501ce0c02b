"""From a form to a confirmed subscription, and out again.

Nothing that a visitor is shown, or how long it takes, depends on whether an address is known: the form only writes
down what was typed, and everything else happens in the background and is told by e-mail.
"""

from datetime import datetime

from django.db import IntegrityError, transaction

from partnership.content.visibility import Audience

from .addresses import mailbox
from .addressing import catch_up
from .floods import BY_MAILBOX
from .managing import stop
from .models import Follower, Letter, SignUp, Subscription


def answer_sign_ups(now: datetime) -> None:
    """Make a letter for each sign-up: one that asks for confirmation, or one that says that all is done already."""
    for sign_up in SignUp.objects.order_by("pk"):
        with transaction.atomic():
            # Of several processes one deletes the row, and that one answers.
            taken, _ = SignUp.objects.filter(pk=sign_up.pk).delete()
            if taken:
                _answer(sign_up, now)


def _answer(sign_up: SignUp, now: datetime) -> None:
    if sign_up.topic(Audience(now)) is None or not BY_MAILBOX.allows(mailbox(sign_up.address), now):
        return
    subscription = _subscription(sign_up)
    if subscription.confirmed_at is None:
        # The seven days begin anew; links in earlier letters stay good.
        Subscription.objects.filter(pk=subscription.pk).update(asked_at=sign_up.asked_at)
    Letter.objects.create(follower=subscription.follower, subscription=subscription, due_at=now)


def _subscription(sign_up: SignUp) -> Subscription:
    follower = _follower(sign_up.address)
    subscription, _ = Subscription.objects.get_or_create(
        follower=follower,
        kind=sign_up.kind,
        object_id=sign_up.object_id,
        defaults={"asked_at": sign_up.asked_at},
    )
    return subscription


def _follower(address: str) -> Follower:
    known = Follower.objects.to(address)
    try:
        with transaction.atomic():
            return known.first() or Follower.objects.create(address=address)
    except IntegrityError:  # another process was quicker
        return known.get()


def confirm(key: str, now: datetime) -> Subscription | None:
    """Confirm the subscription of this key; None where there is none that waits for it."""
    subscription = Subscription.objects.pending(now).filter(key=key).first()
    if subscription is None or not _confirm_once(subscription, now):
        return None
    # After the confirmation is saved: whatever happens from here on finds a follower.
    catch_up(subscription)
    return subscription


def _confirm_once(subscription: Subscription, now: datetime) -> bool:
    return Subscription.objects.pending(now).filter(pk=subscription.pk).update(confirmed_at=now) == 1


def leave(key: str) -> None:
    """Erase the subscription of this key, with the last one the address; nothing where there is none."""
    if subscription := Subscription.objects.filter(key=key).first():
        stop(subscription)
