"""Keeps what was read from a version, and takes it away again."""

from datetime import datetime
from io import BytesIO

from django.core.files.base import ContentFile
from django.db import transaction
from django.dispatch import Signal
from PIL import Image

from ..models import CustomDocument, DocumentVersion, PageText, Reading

# Sent with `document` and `version`, in the transaction that writes or removes the texts of a version's pages: whoever
# keeps something made of them (a search index) brings it up to date.
page_texts_changed = Signal()


def ask(version: DocumentVersion, now: datetime) -> Reading:
    """Write down that a version is to be read; the newest one's reading is its document's."""
    with transaction.atomic():
        newest = DocumentVersion.objects.filter(document=version.document_id).order_by("-number").first()
        own = version.document if newest and newest.pk == version.pk else None
        if own:
            Reading.objects.filter(document=own).exclude(version=version).update(document=None)
        waiting = {"state": Reading.State.WAITING, "problem": "", "attempts": 0, "asked_at": now}
        reading, _ = Reading.objects.update_or_create(version=version, defaults={**waiting, "document": own})
    return reading


def keep(reading: Reading, found: dict | None, picture: bytes, now: datetime) -> None:
    """Keep the texts and the picture of a version, in place of earlier ones.

    Nothing is kept of a document that was taken down while it was read. The picture's bytes are written before the
    rows, and taken away again if the rows cannot be written.
    """
    storage = Reading._meta.get_field("picture").storage
    name = storage.save(place_for_picture(reading.version), ContentFile(picture)) if picture else ""
    try:
        with transaction.atomic():
            document = CustomDocument.with_private.select_for_update().get(pk=reading.version.document_id)
            forget_picture(reading)
            if document.taken_down_at:
                transaction.on_commit(lambda: name and storage.delete(name))
                remove(reading)
                return
            if name:
                reading.picture = name
                reading.picture_width, reading.picture_height = size_of(picture)
            keep_texts(reading, document, found, now)
    except BaseException:
        if name:
            storage.delete(name)
        raise


def keep_texts(reading: Reading, document: CustomDocument, found: dict | None, now: datetime) -> None:
    """Write what was found, in the caller's transaction."""
    withheld = set(found["withheld"]) if found else set()
    texts = [
        PageText(version=reading.version, number=number, text=text, is_withheld=number in withheld)
        for number, text in enumerate(found["pages"] if found else [], start=1)
    ]
    reading.version.page_texts.all().delete()
    PageText.objects.bulk_create(texts, batch_size=200)
    reading.state = Reading.State.DONE if found else Reading.State.NOTHING
    reading.problem, reading.finished_at = "", now
    reading.page_count = found["page_count"] if found else None
    reading.text_pages = len(texts) if any(page.text for page in texts) else 0
    reading.save()
    if reading.page_count and reading.document_id and document.pages is None:
        CustomDocument.with_private.filter(pk=document.pk).update(pages=reading.page_count)
    page_texts_changed.send(Reading, document=document, version=reading.version)


def place_for_picture(version: DocumentVersion) -> str:
    """Where the picture of a version is kept: beside its bytes."""
    return f"documents/{version.document.public_id}/v{version.number}-first-page.jpg"


def size_of(picture: bytes) -> tuple[int, int]:
    """Width and height of a picture, in pixels."""
    with Image.open(BytesIO(picture)) as opened:
        return opened.size


def forget_picture(reading: Reading) -> None:
    """Take the picture's bytes off the disk, once the rows are safe."""
    if reading.picture:
        storage, name = reading.picture.storage, reading.picture.name
        transaction.on_commit(lambda: storage.delete(name))
    reading.picture, reading.picture_width, reading.picture_height = "", None, None


def remove(reading: Reading) -> None:
    """Remove all that was read from a version, in the caller's transaction."""
    reading.version.page_texts.all().delete()
    forget_picture(reading)
    reading.state, reading.problem, reading.text_pages = Reading.State.REMOVED, "", 0
    reading.save()
    page_texts_changed.send(Reading, document=reading.version.document, version=reading.version)
