"""Answers a request, and gives what was made for one reader to the next."""

from datetime import datetime

from django.db import transaction

from partnership.content.readiness import NotReadyToPublishError

from ..models import CustomDocument, FormatReply, FormatRequest, PublicationFile
from .tasks import send_reply


def reply(
    made: FormatRequest, text: str, document: CustomDocument | None, closes: bool, user, now: datetime
) -> FormatReply:
    """Record an answer, and send it where the request gave an e-mail address."""
    with transaction.atomic():
        written = FormatReply.objects.create(
            request=made, text=text, document=document, written_at=now, written_by=user
        )
        FormatRequest.objects.filter(pk=made.pk).update(closed_at=now if closes else None)
        if made.email:
            transaction.on_commit(lambda: send_reply.enqueue(written.pk))
    return written


def add_to_publication(made: FormatRequest, document: CustomDocument, file_format: str, user) -> str:
    """Put a new format beside the file it was made from; answers what became of that, in a sentence.

    It is published at once by who may publish, unless somebody else's draft would go out with it.
    """
    publication = made.publication
    draft = publication.get_latest_revision_as_object()
    if any(file.document_id == document.pk for file in draft.files.all()):
        return f"“{publication.title}” has this file already."
    original = next((file for file in draft.files.all() if file.document_id == made.document_id), None)
    draft.files.add(
        PublicationFile(
            document=document,
            format=file_format,
            title=original.title if original else "",
            organisation=original.organisation if original else None,
            sort_order=1 + max((file.sort_order or 0 for file in draft.files.all()), default=0),
        )
    )
    had_draft = publication.has_unpublished_changes or not publication.live
    rights = publication.permissions_for_user(user)
    if not rights.can_edit():
        return f"You may not edit “{publication.title}”, so the file was not added to it."
    if not draft.change_note:
        # A publication that was public says what has changed; whoever follows it hears of the new format.
        label = PublicationFile.Format(file_format).label
        draft.change_note = f"Added in another format: {label}, “{document.title}”."
    revision = draft.save_revision(user=user, log_action=True)
    if had_draft or not rights.can_publish():
        return (
            f"The file is in the draft of “{publication.title}”. Somebody who may publish has to publish it."
        )
    try:
        revision.publish(user=user)
    except NotReadyToPublishError as problem:
        return f"The file is in the draft of “{publication.title}”, which cannot be published yet. {problem.message}"
    return f"The file is now on “{publication.title}”, for everybody."
