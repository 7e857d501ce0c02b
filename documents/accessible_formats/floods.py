"""How many requests are taken, so that nobody can bury the real ones or fill somebody else's mailbox."""

from datetime import datetime, timedelta

from partnership.alerts.addresses import mailbox
from partnership.alerts.floods import Limit
from partnership.network_address import machine

# A day centre's visitors may share one address on the internet.
BY_MACHINE = Limit("format-machine", 10, timedelta(hours=1))
ALTOGETHER = Limit("format-all", 200, timedelta(hours=1))
# Confirmations to one mailbox; the requests themselves are taken.
BY_MAILBOX = Limit("format-mailbox", 5, timedelta(days=1))


def may_ask(request, now: datetime) -> bool:
    """Whether one more request is taken from where this one comes from."""
    return BY_MACHINE.allows(machine(request), now) and ALTOGETHER.allows("", now)


def may_be_confirmed(address: str, now: datetime) -> bool:
    """Whether one more confirmation goes to this mailbox today."""
    return BY_MAILBOX.allows(mailbox(address), now)
