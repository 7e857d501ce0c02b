"""Puts uploads from the desk into the library: each becomes a document, or the next version of one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from django.core.files.base import File
from django.db import transaction
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from partnership.content.visibility import Audience

from ..arrivals import public_copy
from ..models import CustomDocument, Upload
from ..register import was_public
from ..replacing import ASK_A_PUBLISHER, STANDS, goes_out, is_only_for_publishers

AT_ONCE = 3


class NotFiledError(Exception):
    """An upload cannot be put into the library; the message says why, to the officer."""


def file_uploads(
    uploads: list[Upload], user, now: datetime, hand_on: Callable, private: frozenset[int] = frozenset()
) -> list[CustomDocument]:
    """Make the public copy of each upload, enter it in the library, hand the new documents on: all, or nothing.

    `hand_on` is called with the documents that are new, in the same transaction. An upload that somebody has filed
    meanwhile is left out. Those whose keys are in `private` are kept out of the library and its log. Raises
    NotFiledError where what the public has may not be replaced, by this user or by this file, and NotDoneError where a
    copy cannot be made.
    """
    for upload in uploads:
        refuse_replacement(upload, user, now)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        copies = list(pool.map(copy_of, uploads))
    written: list[File] = []
    try:
        with transaction.atomic():
            documents = [
                filed(upload, copy, user, written, upload.pk in private)
                for upload, copy in zip(uploads, copies, strict=True)
            ]
            hand_on(
                [
                    document
                    for document, upload in zip(documents, uploads, strict=True)
                    if document and not upload.replaces
                ]
            )
    except BaseException:
        for file in written:
            file.storage.delete(file.name)
        raise
    finally:
        for copy in copies:
            copy.close()
    return [document for document in documents if document]


def refuse_replacement(upload: Upload, user, now: datetime) -> None:
    """Raise NotFiledError where a file may not take another's place, or not yet.

    The public would at once get what a warning stands against; and somebody's rights may have ended since.
    """
    document = upload.replaces
    if document is None:
        return
    policy = policy_registry.get_by_type(CustomDocument)
    if not policy.user_has_permission_for_instance(user, "change", document):
        raise NotFiledError(f"You may not change “{document.title}” any more. Ask a publisher to replace it.")
    if is_only_for_publishers(document, user, Audience(now=now)):
        raise NotFiledError(f"“{document.title}” is {STANDS}. {ASK_A_PUBLISHER}")
    if not upload.change_note and was_public(document):
        raise NotFiledError(
            f"“{document.title}” was public. Say what has changed before the file takes its place."
        )
    if upload.open_warnings and goes_out(document, Audience(now=now)):
        raise NotFiledError(
            f"“{document.title}” is {STANDS}. Correct the new file, or accept each warning with a reason, before it "
            "takes its place."
        )


def copy_of(upload: Upload) -> File:
    """The public copy, with today's title and language; the upload's report says what was mended."""
    report = upload.report
    with upload.file.storage.open(upload.file.name, "rb") as file:
        copy = public_copy(file, upload.filename, upload.title, upload.language, report)
    upload.report_data = report.as_data()
    return copy


def filed(upload: Upload, copy: File, user, written: list, is_private: bool) -> CustomDocument | None:
    """The document that an upload becomes; None where it has left the desk meanwhile."""
    still_there = Upload.objects.select_for_update().filter(pk=upload.pk, state=Upload.State.ON_DESK).exists()
    if not still_there:
        return None
    document = upload.replaces or CustomDocument(uploaded_by_user=user)
    if upload.collection and not upload.replaces:
        document.collection = upload.collection
    action = "wagtail.edit" if document.pk else "wagtail.create"
    document.title, document.language = upload.title, upload.language
    document.pages = upload.report.page_count or document.pages
    document.file, document.arriving = copy, upload
    document.is_private = document.is_private or is_private
    document.save()
    written.append(document.file)
    # Many may read the log.
    if not document.is_private:
        log(document, action, user=user)
    return document
