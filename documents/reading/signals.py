"""When a version is read, and when what was read from it goes."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone

from ..models import DocumentVersion, Reading
from ..takedown import document_put_back, document_taken_down
from .keeping import ask, forget_picture, remove
from .tasks import read_version


@receiver(post_save, sender=DocumentVersion)
def read_new_version(instance, created, raw=False, **kwargs):
    """Have a new version read once it is saved for good."""
    if created and not raw:
        ask_soon(instance)


@receiver(document_taken_down)
def remove_what_was_read(document, **kwargs):
    """Remove the texts and pictures of a document that was taken down, in the same transaction."""
    for reading in Reading.objects.filter(version__document=document).select_related("version__document"):
        remove(reading)


@receiver(document_put_back)
def read_again(document, **kwargs):
    """Read every version of a document that was put back."""
    for version in document.versions.select_related("document"):
        ask_soon(version)


@receiver(post_delete, sender=Reading)
def delete_picture(instance, **kwargs):
    """Take the picture of a deleted version off the disk."""
    forget_picture(instance)


def ask_soon(version: DocumentVersion) -> None:
    """Ask for a reading now; the task starts when the version is saved for good."""
    ask(version, timezone.now())
    transaction.on_commit(lambda: read_version.enqueue(version.pk))
