"""A recommendation that the public knows is worded anew: the earlier wording is kept, and the public is told."""

import hashlib
from datetime import datetime
from types import SimpleNamespace

from partnership.alerts.notifying import notify
from partnership.content.visibility import Audience

from ..models import EarlierWording, Recommendation, RegisterEntry
from ..register import record


def is_reworded(before: str, after: str) -> bool:
    """Whether two wordings differ in more than where their lines break."""
    return before.split() != after.split()


def keep_wording(recommendation: Recommendation, before: str, note: str, user, now: datetime) -> None:
    """Keep what a recommendation said, and tell the public, in the caller's transaction."""
    wording = EarlierWording.objects.create(
        recommendation=recommendation, text=before, note=note, reworded_at=now, reworded_by=user
    )
    publication = recommendation.publication
    if not Audience(now=now).may_see(publication):
        return
    title = f"Recommendation {recommendation.label} of {publication.title}"
    said = SimpleNamespace(public_id=f"page-{publication.pk}", title=title[:255])
    edition = publication.editions.first()
    digest = hashlib.sha256(recommendation.text.encode()).hexdigest()
    version = SimpleNamespace(number=edition.number if edition else 1, sha256=digest)
    record(RegisterEntry.Event.CORRECTED, said, version, now, note)
    notify(
        "publication",
        publication.pk,
        f"rewording-{wording.pk}",
        f"Corrected: {publication.title}",
        f"Recommendation {recommendation.label} of “{publication.title}” was reworded.\n\n{note}",
        f"{publication.url or ''}#{recommendation.anchor}",
        now,
    )
