"""What happened to things that people follow, and one letter for each of those who follow them."""

import secrets
import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

from .subscriptions import AboutTopic, Subscription

# A letter that a process took this long ago and did not finish is given to another process.
LEASE = timedelta(minutes=10)
# A letter that may have gone out is sent once more, with the same Message-ID, and then left.
MOST_POSSIBLE_SENDS = 2
# With the waits below: about a day and a half.
MOST_FAILURES = 10
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)


class Event(AboutTopic):
    """Something that happened once to a thing that people follow. Kept, so that nobody is told of it again."""

    key = models.CharField(max_length=200, unique=True)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    url = models.CharField(max_length=500)
    happened_at = models.DateTimeField()
    addressed_at = models.DateTimeField(null=True, help_text="When a letter was made for each follower.")

    class Meta:
        indexes = [models.Index(fields=["kind", "object_id", "happened_at"], name="alerts_events")]

    def __str__(self):
        return self.key

    def followers(self):
        """Who is to be told: those who had asked before it happened, and have confirmed since or before."""
        return Subscription.objects.confirmed().about(self).filter(asked_at__lte=self.happened_at)


class LetterQuerySet(models.QuerySet):
    """Letters by what is still to be done with them."""

    def waiting(self):
        """Those that have not gone out and have not been given up."""
        return self.filter(sent_at=None, failed_at=None)

    def due(self, now: datetime):
        """Those to be sent now: never tried, to be tried again, or left behind by a process that died."""
        return self.waiting().filter(due_at__lte=now)

    def claim(self, now: datetime, size: int) -> list["Letter"]:
        """Take at most so many due letters for a process. However many ask at once, each letter goes to one."""
        claim = secrets.token_hex(16)
        keys = list(self.due(now).order_by("due_at").values_list("pk", flat=True)[:size])
        # The condition is asked again while the row is being written, which one process at a time can do.
        self.due(now).filter(pk__in=keys).update(claim=claim, due_at=now + LEASE)
        return list(self.filter(claim=claim).select_related("subscription", "event").order_by("due_at", "pk"))

    def make_for(self, event: Event, subscriptions) -> None:
        """One letter for each of these subscriptions, unless there is one already."""
        letters = [
            Letter(event=event, subscription=subscription, due_at=event.happened_at)
            for subscription in subscriptions
        ]
        self.bulk_create(letters, batch_size=500, ignore_conflicts=True)


class Letter(models.Model):
    """One e-mail to one subscriber: about an event, or, without one, the answer to a sign-up.

    Its id makes the Message-ID, so a letter sent twice is seen to be the same letter. `possible_sends` counts the
    times that it may have gone out: one more before each sending, one less when the server did not take it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="letters")
    event = models.ForeignKey(Event, null=True, on_delete=models.CASCADE, related_name="letters")
    due_at = models.DateTimeField()
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
                fields=["event", "subscription"],
                name="alerts_one_letter_each",
                violation_error_message="This subscriber has a letter about this already.",
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
        """This letter's row, as long as this process still holds it and its subscriber has not left."""
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
        """The server took it."""
        self.mine().update(sent_at=now, claim="", problem="")

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
        """It is not sent any more, for this reason (which names no address)."""
        self.mine().update(failed_at=now, problem=problem[:100])
