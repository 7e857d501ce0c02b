"""Which pages name what: read from Wagtail's reference index, which is kept in step with pages at once.

The index knows every field, inline row, block and link in a text. It also knows drafts of pages that were never
published; whether a page counts is for the visibility function to say.
"""

from django.contrib.contenttypes.models import ContentType
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


def pages_naming(model, keys) -> dict[int, set[int]]:
    """Which pages name which objects of a model: page keys by object key."""
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id__in=[str(key) for key in keys],
    )
    uses: dict[int, set[int]] = {}
    for page, named in references.values_list("object_id", "to_object_id").distinct():
        uses.setdefault(int(named), set()).add(int(page))
    return uses


def is_named_beside_pages(instance) -> bool:
    """Whether something that is no page names an object: an organisation its logo, a person a photo."""
    page_type = ContentType.objects.get_for_model(Page)
    return ReferenceIndex.get_references_to(instance).exclude(base_content_type=page_type).exists()
