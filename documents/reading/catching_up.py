"""Finds versions that nobody reads: older than the reading itself, or their task was lost."""

from datetime import datetime

from partnership.jobs.retries import ATTEMPTS

from ..models import DocumentVersion, Reading
from .keeping import ask
from .tasks import BROKE_OFF, note, read_version

AT_ONCE = 50


def catch_up(now: datetime) -> None:
    """Ask for the readings that are missing, and wake those that were forgotten; at most 50 at once."""
    unread = DocumentVersion.objects.filter(reading=None, document__taken_down_at=None).select_related(
        "document"
    )
    for version in unread.order_by("pk")[:AT_ONCE]:
        ask(version, now)
        read_version.enqueue(version.pk)
    for reading in Reading.objects.lost(now).order_by("asked_at")[:AT_ONCE]:
        if reading.attempts >= ATTEMPTS:
            note(reading, BROKE_OFF, is_final=True)
        else:
            Reading.objects.filter(pk=reading.pk).update(asked_at=now)
            read_version.enqueue(reading.version_id)
