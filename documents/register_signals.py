"""Keeps the public register in step with pages and versions, in the same transaction."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import ReferenceIndex
from wagtail.signals import page_published, page_unpublished

from partnership.content.visibility import Audience

from .models import CustomDocument, DocumentVersion
from .recording import bring_up_to_date


@receiver([page_published, page_unpublished])
def register_files_of_page(sender, instance, **kwargs):
    """Enter in the public register what became public with this page, or stopped being so."""
    named = {
        reference.to_object_id
        for reference in ReferenceIndex.get_references_for_object(instance)
        if reference.to_content_type.model_class() is CustomDocument
    }
    bring_up_to_date(CustomDocument.objects.filter(pk__in=named), Audience())


@receiver(post_save, sender=DocumentVersion)
def register_new_version(instance, raw=False, **kwargs):
    """Enter in the public register that a public file has a new version."""
    if not raw:
        bring_up_to_date(CustomDocument.objects.filter(pk=instance.document_id), Audience())
