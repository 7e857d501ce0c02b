"""What goes into the public register by itself: a file becomes public, is replaced, or stops being public."""

from django.db import transaction

from partnership.content.visibility import Audience

from .announcements import announce_replacement
from .models import CustomDocument
from .models.register import RegisterEntry
from .register import STANDING, record
from .visibility import public_among, withdrawn_publication_of


def bring_up_to_date(documents, audience: Audience, reason: str = "") -> list[RegisterEntry]:
    """Write what has changed for the public about these documents since their last lines; nothing where nothing has."""
    documents = list(documents.prefetch_related("versions"))
    lines = RegisterEntry.objects.filter(public_id__in=[d.public_id for d in documents]).order_by("number")
    last_lines = {line.public_id: line for line in lines}
    public = public_among(documents, audience)
    written = []
    for document in documents:
        change = change_since(last_lines.get(document.public_id), document, document.pk in public)
        if change:
            event, version = change
            said = reason or note_of(version, last_lines.get(document.public_id))
            if event == RegisterEntry.Event.WITHDRAWN:
                said = said or reason_of_withdrawal(document, audience)
            entry = record(event, document, version, audience.now, said)
            announce_replacement(entry, document)
            written.append(entry)
    return written


def reason_of_withdrawal(document: CustomDocument, audience: Audience) -> str:
    """Why the publication that carried a document was withdrawn; "" where it went for another cause."""
    publication = withdrawn_publication_of(document, audience)
    return publication.withdrawn_reason if publication else ""


def note_of(version, last: RegisterEntry | None) -> str:
    """What the public is told of a version that takes the place of another; "" where it is the one that was there."""
    return version.change_note if last and last.sha256 != version.sha256 else ""


def change_since(last: RegisterEntry | None, document: CustomDocument, public: bool):
    """The event and the version to record, given the last line about a document; None where nothing changed."""
    versions = {version.number: version for version in document.versions.all()}
    if not versions:
        return None
    newest = versions[max(versions)]
    stands = last is not None and last.event in STANDING
    if public and not stands:
        return RegisterEntry.Event.PUBLISHED, newest
    if public and last.sha256 != newest.sha256:
        return RegisterEntry.Event.REPLACED, newest
    if stands and not public:
        return RegisterEntry.Event.WITHDRAWN, versions.get(last.version, newest)
    return None


def sweep(audience: Audience) -> list[RegisterEntry]:
    """Record every change that no event told of: a page that expired by the clock, a branch that was closed."""
    with transaction.atomic():
        return bring_up_to_date(CustomDocument.objects.all(), audience)
