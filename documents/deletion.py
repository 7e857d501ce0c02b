"""What was public is never deleted in the admin: a publication is withdrawn, and its files with it."""

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.shortcuts import redirect
from wagtail.admin import messages

from .models import CustomDocument, PublicationPage
from .register import was_public

REFUSAL = (
    "“%s” was public, so it cannot be deleted. Set its state to “Withdrawn” instead: the page, the date and the reason "
    "stay, and its files stop answering."
)


@receiver(pre_delete, sender=CustomDocument)
def keep_what_was_public(instance, **kwargs):
    """Refuse to delete a document that the public register knows."""
    if was_public(instance):
        raise PermissionDenied(REFUSAL % instance.title)


def published_below(page) -> PublicationPage | None:
    """A publication in this branch, the page itself included, that was ever public."""
    return (
        PublicationPage.objects.descendant_of(page, inclusive=True)
        .filter(first_published_at__isnull=False)
        .first()
    )


def refuse_to_delete_page(request, page):
    """Send the editor back with the reason where a publication in the branch was public."""
    if kept := published_below(page):
        messages.error(request, REFUSAL % kept.title)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


def refuse_to_delete_several(request, action_type, objects, action_class_instance):
    """The same for pages ticked in a list."""
    if action_type != "delete":
        return None
    for page in objects:
        if hasattr(page, "first_published_at") and (kept := published_below(page)):
            messages.error(request, REFUSAL % kept.title)
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None
