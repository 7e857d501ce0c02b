"""Puts the recording of a meeting before the public, and takes it back."""

from datetime import datetime

from django.db import transaction

from documents.models import CustomDocument
from documents.recording import bring_up_to_date
from partnership.content.visibility import Audience
from partnership.search.changes import changed
from partnership.search.indexing import forget

from ..models import PublicNotice, Recording
from .announcing import tell_followers
from .reading import RECORDING_SLUG


@transaction.atomic
def publish_recording(recording: Recording, now: datetime) -> None:
    """Make a recording public, record when, and tell the committee's followers the first time."""
    is_first = recording.published_at is None
    recording.published_at = recording.published_at or now
    recording.withdrawn_at, recording.withdrawn_reason = None, ""
    recording.save()
    PublicNotice.objects.create(meeting=recording.meeting, kind=PublicNotice.Kind.RECORDING, at=now)
    public_changed(recording, now)
    if is_first:
        said = "A recording is published"
        tell_followers(recording.meeting, RECORDING_SLUG, recording.pk, said, now)


@transaction.atomic
def withdraw_recording(recording: Recording, reason: str, now: datetime) -> None:
    """Take a recording back from the public; the reason is kept."""
    recording.withdrawn_at, recording.withdrawn_reason = now, reason
    recording.save()
    forget("recording", [recording.pk])
    public_changed(recording, now)


def public_changed(recording: Recording, now: datetime) -> None:
    """Enter files in the public register, and have the search read the recording and its meeting anew."""
    files = {recording.file_id, recording.captions_id, recording.transcript_document_id} - {None}
    bring_up_to_date(CustomDocument.objects.filter(pk__in=files), Audience(now))
    changed("recording", [recording.pk])
    changed("page", [recording.meeting_id])
