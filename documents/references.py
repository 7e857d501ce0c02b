"""Keeps the reference index in step with pages, in the same transaction."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published


@receiver(post_save)
def index_saved_page(sender, instance, raw=False, **kwargs):
    """Record at once what a page names.

    Wagtail leaves this to a background task. Which files the public may open is read from this index, so a file
    taken off a page would stay open until the worker came round to it.
    """
    if not raw and isinstance(instance, Page) and sender is not Page:
        ReferenceIndex.create_or_update_for_object(instance)


@receiver(page_published)
def index_published_page(sender, instance, **kwargs):
    """Record it again once the page's inline rows are saved, which happens after the page itself."""
    ReferenceIndex.create_or_update_for_object(instance)
