"""Takes a document out of reach at once, and decides afterwards whether it comes back or is destroyed.

What the public gets hangs on the rows alone, so they come first and nothing about the bytes can stop them: neither a
large file nor a full disk. The bytes are moved after that, each copied before any row says where it is, and the old
copy goes once that row is safe: whatever stops half-way leaves the file where the rows say it is, and a job goes on.
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.db import transaction
from django.dispatch import Signal

from .models import CustomDocument, DocumentVersion, RegisterEntry, Takedown
from .register import record, was_public

QUARANTINE = "quarantine"

# Sent in the transaction of a takedown, with `document`: whoever keeps something made of the file (its text, a
# picture of it, a pack it is part of) removes it here.
document_taken_down = Signal()
# Sent in the transaction that puts a document back, with `document`: what was made of it may be made again.
document_put_back = Signal()


def move_bytes(version: DocumentVersion, folder: str):
    """Move a version's bytes below another folder of the same storage."""
    storage, old = version.file.storage, version.file.name
    with storage.open(old, "rb") as source:
        place = f"{folder}/{version.document.public_id}/v{version.number}/{version.filename}"
        new = storage.save(place, File(source))
    with transaction.atomic():
        moved = DocumentVersion.objects.filter(pk=version.pk, file=old).update(file=new)
        CustomDocument.with_private.filter(pk=version.document_id, file=old).update(file=new)
        # Where somebody else moved it meanwhile, theirs is the one that counts.
        transaction.on_commit(lambda: storage.delete(old if moved else new))


def move_later(versions, folder: str):
    """Move bytes as soon as the rows are safe; what goes wrong with one is logged and undoes nothing."""
    for version in versions.select_related("document"):
        transaction.on_commit(lambda version=version: move_bytes(version, folder), robust=True)


def quarantine_what_was_left():
    """Move to quarantine what could not be moved when it was taken down."""
    open_to_review = DocumentVersion.objects.filter(document__takedowns__outcome=Takedown.Outcome.OPEN)
    move_later(open_to_review.exclude(file__startswith=f"{QUARANTINE}/"), QUARANTINE)


def take_down(document: CustomDocument, user, public_reason: str, now: datetime) -> Takedown:
    """Put every version of a document out of everybody's reach, at once; the bytes go to quarantine.

    Asking twice gives the same takedown. Raises PermissionDenied for somebody who may not.
    """
    if not user.has_perm("documents.take_down_document"):
        raise PermissionDenied
    with transaction.atomic():
        document = CustomDocument.with_private.select_for_update().get(pk=document.pk)
        standing = document.takedowns.filter(outcome=Takedown.Outcome.OPEN).first()
        if standing:
            return standing
        takedown = Takedown.objects.create(
            document=document, public_reason=public_reason, taken_down_at=now, taken_down_by=user
        )
        CustomDocument.with_private.filter(pk=document.pk).update(taken_down_at=now)
        for version in document.versions.order_by("number") if was_public(document) else ():
            record(RegisterEntry.Event.TAKEN_DOWN, document, version, now, public_reason)
        document_taken_down.send(CustomDocument, document=document)
        move_later(document.versions, QUARANTINE)
    return takedown


def put_back(takedown: Takedown, user, reason: str, now: datetime):
    """Decide that a document may be had again, where something public shows it."""
    with transaction.atomic():
        decide(takedown, Takedown.Outcome.RESTORED, user, reason, now)
        CustomDocument.with_private.filter(pk=takedown.document_id).update(taken_down_at=None)
        move_later(takedown.document.versions, "documents")
        document_put_back.send(CustomDocument, document=takedown.document)


def destroy(takedown: Takedown, user, reason: str, now: datetime):
    """Decide that the bytes of a document are destroyed, for good; the record of it stays.

    Raises PermissionDenied where the same person took it down: destroying takes two.
    """
    if user == takedown.taken_down_by:
        raise PermissionDenied
    with transaction.atomic():
        decide(takedown, Takedown.Outcome.DESTROYED, user, reason, now)
        # The originals are out of reach while a document is taken down, and go with it.
        versions = takedown.document.versions.select_related("upload")
        kept = [*versions, *(version.upload for version in versions if hasattr(version, "upload"))]
        for file in (one.file for one in kept):
            transaction.on_commit(lambda file=file: file.storage.delete(file.name))


def decide(takedown: Takedown, outcome: str, user, reason: str, now: datetime):
    """Record the decision about a takedown that is still open; raises PermissionDenied otherwise."""
    if not user.has_perm("documents.take_down_document"):
        raise PermissionDenied
    decided = Takedown.objects.filter(pk=takedown.pk, outcome=Takedown.Outcome.OPEN).update(
        outcome=outcome, decided_by=user, decided_at=now, decision_reason=reason
    )
    if not decided:
        raise PermissionDenied
    takedown.refresh_from_db()
