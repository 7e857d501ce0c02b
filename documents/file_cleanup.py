"""Takes a deleted document's bytes off the disk, once its rows are gone for good."""

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from .models import DocumentVersion


@receiver(post_delete, sender=DocumentVersion)
def delete_version_file(instance, **kwargs):
    """Delete the bytes of a version whose document was deleted; Wagtail knows of the newest file only."""
    transaction.on_commit(lambda: instance.file.storage.delete(instance.file.name))
