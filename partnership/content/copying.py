"""A copy of a private page is a draft: it would be public wherever its new place is."""

from django.shortcuts import redirect
from wagtail.admin import messages

from .visibility import Audience

REFUSAL = (
    "“%s” is private here, and a published copy might not be. Copy it without publishing, look at the privacy of its "
    "new place, and publish it there."
)


def refuse_to_publish_private_copies(request, page):
    """Send the editor back where a page in a private branch, or one below it, is to be copied and published at once."""
    if request.method != "POST" or not request.POST.get("publish_copies"):
        return None
    audience = Audience()
    inside = [path for path in audience.closed_paths if path.startswith(page.path)]
    if not audience.is_closed(page) and not inside:
        return None
    messages.error(request, REFUSAL % page.title)
    return redirect("wagtailadmin_pages:copy", page.pk)
