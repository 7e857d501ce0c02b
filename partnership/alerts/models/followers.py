"""Who is told, and how often."""

import secrets

from django.db import models
from django.db.models.functions import Lower

from ..addresses import MAX_LENGTH


def new_key() -> str:
    """Random and 43 characters long: who knows it has read the mail that it came in."""
    return secrets.token_urlsafe(32)


class Frequency(models.TextChoices):
    """How often somebody wants to hear from us."""

    IMMEDIATELY = "immediately", "As soon as it happens"
    DAILY = "daily", "Once a day, at 7am"
    WEEKLY = "weekly", "Once a week, on Mondays at 7am"


class FollowerQuerySet(models.QuerySet):
    """Followers by their address, and by what is left for them."""

    def to(self, address: str):
        """Those of an address, in whichever case it is written: one or none."""
        return self.alias(folded=Lower("address")).filter(folded=address.lower())

    def of_link(self, key: str):
        """Whoever this link was sent to, if they follow something: one or none."""
        return self.filter(key=key, subscriptions__confirmed_at__isnull=False).distinct()

    def without_subscriptions(self):
        """Those whose address is kept for nothing."""
        return self.filter(subscriptions=None)


class Follower(models.Model):
    """An e-mail address, and the key to what it follows. Deleted with the last thing that it follows."""

    address = models.CharField(max_length=MAX_LENGTH)
    key = models.CharField(max_length=43, unique=True, default=new_key)
    frequency = models.CharField(max_length=11, choices=Frequency, default=Frequency.IMMEDIATELY)

    objects = FollowerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("address"),
                name="alerts_one_follower_each",
                violation_error_message="This address is known already.",
            )
        ]

    def __str__(self):
        # Never the address: this is what logs and error reports print.
        return f"Follower {self.pk}"
