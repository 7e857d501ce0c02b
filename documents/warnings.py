"""Warnings about files, and who lets them pass."""

from datetime import datetime

from django.db import transaction

from partnership.content.visibility import Audience

from .models import AcceptedWarning, CustomDocument, Upload
from .recording import bring_up_to_date


def accept(upload: Upload, reasons: dict[str, tuple[str, str]], user, now: datetime) -> None:
    """Record that somebody lets warnings pass: (reason, explanation) by the warning's code.

    What is no open warning of this upload is left alone, so asking twice records once.
    """
    with transaction.atomic():
        upload = Upload.objects.select_for_update().get(pk=upload.pk)
        for finding in upload.open_warnings:
            if finding.code not in reasons:
                continue
            reason, explanation = reasons[finding.code]
            AcceptedWarning.objects.create(
                upload=upload,
                code=finding.code,
                says=str(finding),
                reason=reason,
                explanation=explanation,
                accepted_at=now,
                accepted_by=user,
            )
        if upload.version:
            count_again(upload.version, now)


def count_again(version, now: datetime) -> None:
    """Bring a document's number of open warnings up to date, and the public register with it."""
    newest = version.document.versions.first()
    if newest != version:
        return
    documents = CustomDocument.objects.filter(pk=version.document_id)
    documents.update(open_warnings=len(version.upload.open_warnings))
    bring_up_to_date(documents, Audience(now=now))
