"""What happens again and again: letters that were left behind, and forgetting."""

from datetime import datetime, time, timedelta

from partnership.jobs.registry import daily, every

from .floods import REMEMBERED
from .mails import can_be_sent
from .models import Attempt, Event, Follower, Letter, SignUp, Subscription
from .tasks import deliver

# Long enough to answer "I never got it".
LETTERS_KEPT = timedelta(days=30)


@every(minutes=1)
def deliver_waiting_letters(now: datetime) -> None:
    """Wake the background when a letter or a digest is due that no task is on its way for."""
    waits = (
        Letter.objects.due(now),
        Letter.objects.ripe(now),
        Event.objects.filter(addressed_at=None),
        SignUp.objects.all(),
    )
    if can_be_sent() and any(rows.exists() for rows in waits):
        deliver.enqueue()


@daily(at=time(3, 40))
def forget_unconfirmed_addresses(now: datetime) -> None:
    """Erase what nobody confirmed in seven days, attempts of a day ago, and letters sent a month ago."""
    Subscription.objects.expired(now).delete()
    Follower.objects.without_subscriptions().delete()
    Attempt.objects.filter(at__lte=now - REMEMBERED).delete()
    Letter.objects.exclude(pk__in=Letter.objects.waiting()).filter(due_at__lt=now - LETTERS_KEPT).delete()
