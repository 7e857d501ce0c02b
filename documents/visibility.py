"""Which documents the public may open: those that something public shows, as long as it shows them.

What shows a document is read from the reference index, which knows every page that names it, in a field, an inline row,
a body's block or a link in its text. A section can hold a showing page back for some of its documents (a paper of a
private part, an embargo) by registering a condition.
"""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from partnership.content.visibility import Audience

# Called with (document, page, audience); any that answers False keeps that page from making the document public.
_conditions: list[Callable] = []


def register_condition(condition: Callable) -> Callable:
    """Add a condition under which a page that names a document makes it public. Usable as a decorator."""
    _conditions.append(condition)
    return condition


def pages_naming(document) -> list[int]:
    """Primary keys of the pages that name a document, drafts of unpublished pages included."""
    page_type = ContentType.objects.get_for_model(Page)
    return [
        int(pk)
        for pk in ReferenceIndex.get_references_to(document)
        .filter(base_content_type=page_type)
        .values_list("object_id", flat=True)
        .distinct()
    ]


def is_public(document, audience: Audience) -> bool:
    """Whether this audience may open the document now, because a page it may see shows it."""
    pages = audience.visible(Page.objects.filter(pk__in=pages_naming(document)))
    if not _conditions:
        return pages.exists()
    return any(
        all(condition(document, page, audience) for condition in _conditions) for page in pages.specific()
    )
