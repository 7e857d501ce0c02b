"""How often somebody may ask for e-mail: by mailbox, by the machine they sit at, and all together."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac

from partnership.network_address import machine

from .models import Attempt

REMEMBERED = timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    """At most `most` attempts within `window`, which is a day at the longest."""

    name: str
    most: int
    window: timedelta

    def allows(self, who: str, now: datetime) -> bool:
        """Count one more attempt of somebody, if they have one left."""
        digest = salted_hmac(f"alerts.{self.name}", who, algorithm="sha256").hexdigest()
        if Attempt.objects.filter(digest=digest, at__gt=now - self.window).count() >= self.most:
            return False
        Attempt.objects.create(digest=digest, at=now)
        return True


# A hospital's staff may share one address on the internet, so this is more than one person needs.
BY_MACHINE = Limit("machine", 30, timedelta(hours=1))
# Answers to sign-ups, so that nobody can fill somebody else's mailbox.
BY_MAILBOX = Limit("mailbox", 3, timedelta(days=1))
# A flood from many machines to many mailboxes: our mail server's good name is at stake.
ALTOGETHER = Limit("all", 1000, timedelta(hours=1))


def may_sign_up(request, now: datetime) -> bool:
    """Whether one more sign-up is taken from where this request comes from. Does not know for which address."""
    return BY_MACHINE.allows(machine(request), now) and ALTOGETHER.allows("", now)
