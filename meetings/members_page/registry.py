"""What other parts of this section offer members for each meeting: packs, minutes, recordings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Offer:
    """A link for members, and since when they have had it."""

    words: str
    url: str
    since: datetime


_offers: list[Callable] = []


def offers_members(offer: Callable) -> Callable:
    """Register a function `(user, meetings, now) -> {meeting's key: [Offer, …]}`, in a fixed number of queries.

    It is asked only about meetings of committees whose private papers the user may read.
    """
    _offers.append(offer)
    return offer


def offered(user, meetings, now: datetime) -> dict[int, list[Offer]]:
    """What all of them offer, by the meeting's key."""
    found: dict[int, list[Offer]] = {}
    for offer in _offers:
        for key, links in offer(user, meetings, now).items():
            found.setdefault(key, []).extend(links)
    return found
