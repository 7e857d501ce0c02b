"""What was approved for a moment that has come, though the job that publishes it has not come round yet.

Until that moment all of it is in the draft alone, which no list, search or map of the site reads. From that moment the
page and its files answer by the clock; lists, the register and letters follow with the job.
"""

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Revision


def as_due(revision: Revision, audience):
    """The page of an approved draft, as this audience may see it now; None where it may not."""
    page = revision.as_object()
    page.live = True
    page.end_wait(revision.approved_go_live_at)
    return page if audience.may_see(page) else None


def due_draft_of(page, audience):
    """The approved draft of a page whose moment has come; None where there is none, which mostly costs no query."""
    if not page.has_unpublished_changes:
        return None
    due = (
        page.revisions.filter(approved_go_live_at__lte=audience.now).order_by("-approved_go_live_at").first()
    )
    return as_due(due, audience) if due else None


def due_drafts(page_type, audience) -> Iterator:
    """All pages of a type whose moment has come and that the job has still to publish: few, for a minute at most."""
    own_type = ContentType.objects.get_for_model(page_type)
    for revision in Revision.objects.filter(approved_go_live_at__lte=audience.now, content_type=own_type):
        page = as_due(revision, audience)
        if page:
            yield page
