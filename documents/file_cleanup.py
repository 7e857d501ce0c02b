"""Takes the bytes of deleted documents and uploads off the disk, once their rows are gone for good."""

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from .models import DocumentVersion, Upload


@receiver(post_delete, sender=DocumentVersion)
@receiver(post_delete, sender=Upload)
def delete_version_file(instance, **kwargs):
    """Delete the bytes of a version or an original; Wagtail knows of the newest file only."""
    transaction.on_commit(lambda: instance.file.storage.delete(instance.file.name))
