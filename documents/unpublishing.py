"""A publication that was public is never taken off the site in the admin without a trace: it is withdrawn."""

from django.shortcuts import redirect
from wagtail.admin import messages

from .models import PublicationPage

UNPUBLISH_REFUSAL = (
    "“%s” was public, so it cannot be unpublished. Set its state to “Withdrawn” instead: the page, the date and the "
    "reason stay, and its files stop answering. If personal information went out, take the file down."
)


def would_vanish(page, with_branch: bool) -> PublicationPage | None:
    """A publication that was public and would go with this page, or with its branch as well."""
    branch = PublicationPage.objects.live().filter(first_published_at__isnull=False)
    if with_branch:
        return branch.descendant_of(page, inclusive=True).first()
    return branch.filter(pk=page.pk).first()


def refuse_to_unpublish(request, page):
    """Send the editor back with the reason, before a publication that was public goes."""
    if kept := would_vanish(page, bool(request.POST.get("include_descendants"))):
        messages.error(request, UNPUBLISH_REFUSAL % kept.title)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


def refuse_to_unpublish_several(request, action_type, objects, action_class_instance):
    """The same for pages ticked in a list."""
    if action_type != "unpublish":
        return None
    with_branch = bool(request.POST.get("include_descendants"))
    for page in objects:
        if kept := would_vanish(page, with_branch):
            messages.error(request, UNPUBLISH_REFUSAL % kept.title)
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None
