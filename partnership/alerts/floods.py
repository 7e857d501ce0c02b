"""How often somebody may ask for e-mail: by mailbox, by the machine they sit at, and all together."""

import ipaddress
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.crypto import salted_hmac

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


# Some proxies write the port as well: 192.0.2.1:4711, [2001:db8::1]:4711.
WITH_PORT = re.compile(r"\[(?P<v6>[^]]+)\](?::\d+)?|(?P<v4>[\d.]+):\d+")


def machine(request) -> str:
    """The network address that a request came from, as far as proxies of our own tell; IPv6 by its /64 network."""
    address = request.META.get("REMOTE_ADDR", "")
    proxies = settings.TRUSTED_PROXY_COUNT
    if proxies:
        # Each of our proxies adds who it heard from at the end; what stands before that, anybody may have written.
        path = [item.strip() for item in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        address = (path[-proxies] if len(path) >= proxies else "") or address
    return network(address)


def network(address: str) -> str:
    """What one household or office has to itself of an address: all of IPv4, the first half of IPv6."""
    if found := WITH_PORT.fullmatch(address):
        address = found["v6"] or found["v4"]
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return str(parsed)
    # A server that listens on both kinds names IPv4 visitors in the manner of IPv6.
    return str(parsed.ipv4_mapped or ipaddress.ip_network((int(parsed), 64), strict=False))


def may_sign_up(request, now: datetime) -> bool:
    """Whether one more sign-up is taken from where this request comes from. Does not know for which address."""
    return BY_MACHINE.allows(machine(request), now) and ALTOGETHER.allows("", now)
