"""Keeps what was reported about actions, and makes their evidence public with them."""

from datetime import datetime

from partnership.content.visibility import Audience

from ..models import ActionHistory, CustomDocument, Recommendation
from ..recording import bring_up_to_date


def record_reports(recommendation: Recommendation, user, now: datetime) -> list[ActionHistory]:
    """Add a line to the history of each action whose status or note is not what its newest line says."""
    written = []
    for action in recommendation.actions.all():
        newest = ActionHistory.objects.filter(action=action).first()
        if newest and (newest.status, newest.note) == (action.status, action.status_note):
            continue
        written.append(
            ActionHistory.objects.create(
                action=action,
                status=action.status,
                note=action.status_note,
                reported_at=now,
                reported_by=user,
            )
        )
    return written


def register_evidence(recommendation: Recommendation, earlier: set[int], now: datetime) -> None:
    """Enter in the public register what became public as evidence, or stopped being so.

    `earlier` are the keys of the documents that were evidence before the change.
    """
    named = earlier | evidence_of(recommendation)
    bring_up_to_date(CustomDocument.objects.filter(pk__in=named), Audience(now=now))


def evidence_of(recommendation: Recommendation) -> set[int]:
    """The keys of the documents that are evidence for a recommendation's actions, as saved."""
    saved = Recommendation.objects.filter(pk=recommendation.pk)
    return set(
        saved.exclude(actions__evidence_document=None).values_list("actions__evidence_document", flat=True)
    )
