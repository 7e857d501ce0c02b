"""What was public is never deleted in the admin: a publication is withdrawn, an answer to a request unpublished."""

from django.core.exceptions import PermissionDenied
from django.db import router
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.documents.views.bulk_actions.delete import DeleteBulkAction
from wagtail.documents.views.documents import DeleteView
from wagtail.models import Page

from .models import CustomDocument, DisclosurePage, PublicationFile, PublicationPage
from .register import was_public

REFUSAL = (
    "“%s” was public, so it cannot be deleted. Set its state to “Withdrawn” instead: the page, the date and the reason "
    "stay, and its files stop answering."
)
ANSWER_REFUSAL = (
    "“%s” was public, so it cannot be deleted. Correct it, or unpublish it: it then stops answering, and "
    "its files too, which the register says."
)
FILE_REFUSAL = (
    "“%s” was public, so it cannot be deleted. Withdraw its publication: the file then stops answering. If personal "
    "information went out, take the file down."
)
IN_USE = "“%s” is a file of the publication “%s”, so it cannot be deleted. Take it off that page first."
IN_USE_ELSEWHERE = (
    "“%s” is in use, as a paper of a meeting or the like, so it cannot be deleted. Take it away there first."
)


@receiver(pre_delete, sender=CustomDocument)
def keep_what_was_public(instance, **kwargs):
    """Refuse to delete a document that the public register knows, whichever way somebody tries."""
    if was_public(instance):
        raise PermissionDenied(FILE_REFUSAL % instance.title)


@receiver(pre_delete, sender=PublicationPage)
@receiver(pre_delete, sender=DisclosurePage)
def keep_page(instance, **kwargs):
    """Refuse to delete a publication or an answer that was public, whichever way somebody tries."""
    if instance.first_published_at:
        raise PermissionDenied(refusal_of(instance))


def refusal_to_delete(document: CustomDocument) -> str:
    """Why a document cannot be deleted, in an editor's words; "" where it can."""
    if was_public(document):
        return FILE_REFUSAL % document.title
    use = PublicationFile.objects.filter(document=document).select_related("publication").first()
    if use:
        return IN_USE % (document.title, use.publication.title)
    try:
        Collector(router.db_for_write(CustomDocument)).collect([document])
    except ProtectedError:
        return IN_USE_ELSEWHERE % document.title
    return ""


class DeleteDocumentView(DeleteView):
    """Wagtail's screen that deletes a document, which says why where it cannot be."""

    def dispatch(self, request, *args, **kwargs):
        if self.user_has_permission("delete") and (refusal := refusal_to_delete(self.object)):
            messages.error(request, refusal)
            return redirect("wagtaildocs:edit", self.object.pk)
        return super().dispatch(request, *args, **kwargs)


class DeleteDocumentsAction(DeleteBulkAction):
    """The same for documents ticked in a list."""

    def prepare_action(self, objects, objects_without_access):
        for document in objects:
            if refusal := refusal_to_delete(document):
                messages.error(self.request, refusal)
                return redirect("wagtaildocs:index")
        return super().prepare_action(objects, objects_without_access)


def refusal_of(page) -> str:
    """Why a page that was public cannot be deleted, in an editor's words."""
    return (ANSWER_REFUSAL if isinstance(page, DisclosurePage) else REFUSAL) % page.title


def published_below(page):
    """A publication or an answer in this branch, the page itself included, that was ever public."""
    for kind in (PublicationPage, DisclosurePage):
        branch = kind.objects.descendant_of(page, inclusive=True)
        if kept := branch.filter(first_published_at__isnull=False).first():
            return kept
    return None


def refuse_to_delete_page(request, page):
    """Send the editor back with the reason where something in the branch was public."""
    if kept := published_below(page):
        messages.error(request, refusal_of(kept))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


def refuse_to_delete_several_pages(request, action_type, objects, action_class_instance):
    """The same for pages ticked in a list."""
    if action_type != "delete":
        return None
    for one in objects:
        if isinstance(one, Page) and (kept := published_below(one)):
            messages.error(request, refusal_of(kept))
            return redirect("wagtailadmin_explore", one.get_parent().pk)
    return None
