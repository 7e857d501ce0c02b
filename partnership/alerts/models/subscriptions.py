"""Who follows what."""

from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Count, Q

from partnership.content.visibility import Audience

from ..addresses import MAX_LENGTH
from ..registry import MAX_OBJECT_ID_LENGTH, Topic, TopicKind, kind_of
from .followers import Follower, new_key

# How long the link that confirms a subscription works.
TIME_TO_CONFIRM = timedelta(days=7)
# Why a letter was not sent when nothing went wrong.
WITHHELD = "not public any more"


class AboutTopic(models.Model):
    """Something about a thing that can be followed."""

    kind = models.CharField(max_length=50)
    object_id = models.CharField(max_length=MAX_OBJECT_ID_LENGTH)

    class Meta:
        abstract = True

    @property
    def topic_kind(self) -> TopicKind | None:
        """The registered kind, or None where no section registers it any more."""
        return kind_of(self.kind)

    def topic(self, audience: Audience) -> Topic | None:
        """What it is about, if this audience may see that now."""
        return self.topic_kind and self.topic_kind.topic(self.object_id, audience)


class SubscriptionQuerySet(models.QuerySet):
    """Subscriptions by how far they have come."""

    def confirmed(self):
        """Those whose owner pressed the button."""
        return self.exclude(confirmed_at=None)

    def pending(self, now: datetime):
        """Those that may still be confirmed."""
        return self.filter(confirmed_at=None, asked_at__gt=now - TIME_TO_CONFIRM)

    def expired(self, now: datetime):
        """Those that nobody confirmed in time."""
        return self.filter(confirmed_at=None, asked_at__lte=now - TIME_TO_CONFIRM)

    def to_any(self, topics: list[tuple[str, str]]):
        """Those to one of these topics, by kind and id."""
        return self.filter(reduce(or_, (Q(kind=kind, object_id=object_id) for kind, object_id in topics)))

    def counted(self):
        """How many follow each thing, how many have not confirmed, and failed letters; no addresses."""
        return (
            self.values("kind", "object_id")
            .annotate(
                followers=Count("pk", filter=Q(confirmed_at__isnull=False), distinct=True),
                unconfirmed=Count("pk", filter=Q(confirmed_at=None), distinct=True),
                undelivered=Count(
                    "letters",
                    filter=Q(letters__failed_at__isnull=False) & ~Q(letters__problem=WITHHELD),
                    distinct=True,
                ),
            )
            .order_by("-followers", "kind", "object_id")
        )


class Subscription(AboutTopic):
    """Something that a follower follows, or was asked whether they want to. Deleted when they leave."""

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="subscriptions")
    key = models.CharField(max_length=43, unique=True, default=new_key)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["follower", "kind", "object_id"],
                name="alerts_one_subscription_each",
                violation_error_message="This address follows this already.",
            )
        ]
        indexes = [models.Index(fields=["kind", "object_id"], name="alerts_followers")]

    def __str__(self):
        return f"Subscription {self.pk} to {self.kind} {self.object_id}"


class SignUp(AboutTopic):
    """What somebody typed into the form, until it is answered by e-mail in the background."""

    address = models.CharField(max_length=MAX_LENGTH)
    asked_at = models.DateTimeField()

    def __str__(self):
        return f"Sign-up {self.pk} for {self.kind} {self.object_id}"
