"""How many questions are taken, so that nobody can bury the real ones, fill a mailbox, or keep others from asking."""

from datetime import datetime, timedelta

from partnership.alerts.addresses import mailbox
from partnership.alerts.floods import Limit, machine

AN_HOUR = timedelta(hours=1)
# A day centre's visitors may share one address on the internet.
BY_NETWORK = Limit("question-network", 10, AN_HOUR)
# Beyond so many in all, each network still has its first: a flood never takes the turn of somebody who asks once.
ALTOGETHER = Limit("question-all", 100, AN_HOUR)
FIRST_OF_NETWORK = Limit("question-first", 1, AN_HOUR)
# Confirmations to one mailbox, and to all of them; the questions themselves are taken.
BY_MAILBOX = Limit("question-mailbox", 5, timedelta(days=1))
ALL_LETTERS = Limit("question-letters", 500, AN_HOUR)


def may_ask(request, now: datetime) -> bool:
    """Whether one more question is taken from where this one comes from."""
    here = machine(request)
    if not BY_NETWORK.allows(here, now):
        return False
    is_first, is_calm = FIRST_OF_NETWORK.allows(here, now), ALTOGETHER.allows("", now)
    return is_first or is_calm


def may_be_confirmed(address: str, now: datetime) -> bool:
    """Whether one more confirmation goes to this mailbox."""
    return BY_MAILBOX.allows(mailbox(address), now) and ALL_LETTERS.allows("", now)
