"""Who may put a new file in the place of one that the public has, or will have without anybody looking again.

The new file goes live at once, or with the page that was approved for a moment to come, so it is for those who may
publish a page that shows it.
"""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex, Revision

from partnership.content.visibility import Audience

from .models import CustomDocument
from .visibility import is_public, pages_showing

STANDS = "public, or is on a page that was approved and waits for its time"
IS_PUBLIC = f"This file is {STANDS}."
ASK_A_PUBLISHER = (
    "Ask a publisher to replace it, or upload the new file beside it and submit the publication."
)
NOT_YOURS_TO_REPLACE = f"{IS_PUBLIC} {ASK_A_PUBLISHER}"


def only_for_publishers(documents, user, audience: Audience) -> set[int]:
    """The keys of those documents that the public has, or will have as approved, and that this user may not replace."""
    showing = pages_showing(documents, audience)
    for key, pages in approved_to_show(documents).items():
        showing.setdefault(key, []).extend(pages)
    return {
        key
        for key, pages in showing.items()
        if pages and not (user and any(page.permissions_for_user(user).can_publish() for page in pages))
    }


def is_only_for_publishers(document, user, audience: Audience) -> bool:
    """Whether the public has a document, or will have it as approved, and this user may not replace it."""
    return document.pk in only_for_publishers([document], user, audience)


def approved_to_show(documents) -> dict[int, list[Page]]:
    """The pages whose approved draft waits for its time and names those documents, by the documents' keys."""
    keys = {str(document.pk): document.pk for document in documents}
    base_type = ContentType.objects.get_for_model(Page)
    document_type = ContentType.objects.get_for_model(CustomDocument).pk
    naming: dict[int, list[Page]] = {}
    waiting = Revision.objects.filter(approved_go_live_at__isnull=False, base_content_type=base_type)
    for revision in waiting.select_related("content_type") if keys else ():
        page = revision.as_object()
        # What the index holds of a page is what is live; the draft is read as the index would read it.
        for content_type, key, *_ in set(ReferenceIndex._extract_references_from_object(page)):
            if content_type == document_type and key in keys and page not in naming.get(keys[key], []):
                naming.setdefault(keys[key], []).append(page)
    return naming


def goes_out(document, audience: Audience) -> bool:
    """Whether the public has a document now, or will have it without anybody looking again."""
    return is_public(document, audience) or bool(approved_to_show([document]))
