"""One letter for each piece of news and each of those who follow it, and the letters that gather several."""

import secrets
import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

from ..mornings import last_monday, last_morning
from .events import Event
from .followers import Follower, Frequency
from .subscriptions import Subscription

# A letter that a process took this long ago and did not finish is given to another process.
LEASE = timedelta(minutes=10)
# A letter that may have gone out is sent once more, with the same Message-ID, and then left.
MOST_POSSIBLE_SENDS = 2
# With the waits below: about a day and a half.
MOST_FAILURES = 10
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
DIGESTS = (Frequency.DAILY, Frequency.WEEKLY)


class LetterQuerySet(models.QuerySet):
    """Letters by what is still to be done with them."""

    def waiting(self):
        """Those that have not gone out and have not been given up."""
        return self.filter(sent_at=None, failed_at=None)

    def due(self, now: datetime):
        """Those to be sent now: never tried, to be tried again, or left behind by a process that died."""
        return self.waiting().filter(due_at__lte=now)

    def held(self):
        """Those that wait to be gathered into a digest."""
        return self.waiting().filter(due_at=None, digest=None)

    def ripe(self, now: datetime):
        """Those held whose morning has come, or whose follower does not want to wait any more.

        Judged by when it happened: whatever mornings were missed, the next look finds all of them.
        """
        return self.held().filter(
            Q(follower__frequency=Frequency.IMMEDIATELY)
            | Q(follower__frequency=Frequency.DAILY, event__happened_at__lt=last_morning(now))
            | Q(follower__frequency=Frequency.WEEKLY, event__happened_at__lt=last_monday(now))
        )

    def claim(self, now: datetime, size: int) -> list["Letter"]:
        """Take at most so many due letters for a process. However many ask at once, each letter goes to one."""
        claim = secrets.token_hex(16)
        keys = list(self.due(now).order_by("due_at").values_list("pk", flat=True)[:size])
        # The condition is asked again while the row is being written, which one process at a time can do.
        self.due(now).filter(pk__in=keys).update(claim=claim, due_at=now + LEASE)
        return list(
            self.filter(claim=claim)
            .select_related("follower", "subscription", "event")
            .order_by("due_at", "pk")
        )

    def make_for(self, event: Event, subscriptions) -> None:
        """One letter for each follower with one of these subscriptions, unless they have one already.

        It goes at once, or is held until their morning comes. Of several subscriptions of one follower, the one
        nearest to what happened brings it.
        """
        topics = event.topics
        nearest_first = sorted(subscriptions, key=lambda each: topics.index((each.kind, each.object_id)))
        letters = [
            Letter(
                event=event,
                follower=subscription.follower,
                subscription=subscription,
                due_at=None if subscription.follower.frequency in DIGESTS else event.happened_at,
            )
            for subscription in nearest_first
        ]
        self.bulk_create(letters, batch_size=500, ignore_conflicts=True)


class Letter(models.Model):
    """One e-mail to one follower: about an event, the answer to a sign-up, or a digest, which has no subscription.

    What a digest gathers is never sent by itself and has no due moment. Its id makes the Message-ID, so a letter sent
    twice is seen to be the same letter. `possible_sends` counts the times that it may have gone out: one more before
    each sending, one less when the server did not take it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="letters")
    subscription = models.ForeignKey(
        Subscription, null=True, on_delete=models.CASCADE, related_name="letters"
    )
    event = models.ForeignKey(Event, null=True, on_delete=models.CASCADE, related_name="letters")
    digest = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="enclosed")
    due_at = models.DateTimeField(null=True)
    claim = models.CharField(max_length=32, blank=True)
    possible_sends = models.PositiveSmallIntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=100, blank=True)

    objects = LetterQuerySet.as_manager()
    # No editor asks where a letter is used.
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event", "follower"],
                name="alerts_one_letter_each",
                violation_error_message="This follower has a letter about this already.",
            )
        ]
        indexes = [
            models.Index(
                fields=["due_at"], name="alerts_due_letters", condition=Q(sent_at=None, failed_at=None)
            ),
            models.Index(fields=["claim"], name="alerts_claims"),
        ]

    def __str__(self):
        return f"Letter {self.pk}"

    def mine(self):
        """This letter's row, as long as this process still holds it and its follower has not left."""
        return Letter.objects.waiting().filter(pk=self.pk, claim=self.claim)

    def start(self, now: datetime) -> bool:
        """Record that it is about to be sent. False where it is not to be sent by us, or not any more."""
        started = (
            self.mine()
            .filter(possible_sends__lt=MOST_POSSIBLE_SENDS)
            .update(possible_sends=F("possible_sends") + 1, due_at=now + LEASE)
        )
        if not started:
            self.give_up("may have been sent twice", now)
        return started == 1

    def record_sent(self, now: datetime) -> None:
        """The server took it, with all that it encloses."""
        if self.mine().update(sent_at=now, claim="", problem=""):
            self.enclosed.update(sent_at=now)

    def record_refused(self, problem: str, now: datetime) -> None:
        """The server did not take it: it is tried again later."""
        self.mine().update(possible_sends=F("possible_sends") - 1)
        self.record_failure(problem, now)

    def record_failure(self, problem: str, now: datetime) -> None:
        """It was not sent, or nobody knows: it is tried again later, each time after a longer wait."""
        if self.failures + 1 >= MOST_FAILURES:
            self.give_up(problem, now)
            return
        wait = min(FIRST_WAIT * 4**self.failures, LONGEST_WAIT)
        self.mine().update(failures=F("failures") + 1, due_at=now + wait, problem=problem[:100])

    def give_up(self, problem: str, now: datetime) -> None:
        """It is not sent any more, nor what it encloses, for this reason (which names no address)."""
        if self.mine().update(failed_at=now, problem=problem[:100]):
            self.enclosed.update(failed_at=now, problem=problem[:100])
