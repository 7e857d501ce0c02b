"""A meeting stays with its committee: elsewhere, another committee would read its private part."""

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.shortcuts import redirect
from wagtail.admin import messages

from ..models import Action, AgendaItem, MeetingPage, Minutes

STAYS = "“%s” has an agenda, minutes or actions, which belong to its committee, so it cannot be moved."
KEPT = "The agenda of “%s” was published, so the meeting cannot be deleted. Cancel it, and say why."


def refuse_to_move(request, page, destination):
    """Send the editor back where a meeting with an agenda is to go to another committee."""
    if isinstance(page.specific, MeetingPage) and stays([page.pk]):
        if page.get_parent().pk == destination.pk:
            return None
        messages.error(request, STAYS % page.title)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


def refuse_to_move_several(request, action_type, objects, action_class_instance):
    """The same for pages ticked in a list."""
    if action_type != "move":
        return None
    pages = [page.pk for page in objects if hasattr(page, "url_path")]
    meeting = stays(pages)
    if meeting is None:
        return None
    messages.error(request, STAYS % meeting.title)
    return redirect("wagtailadmin_pages:edit", meeting.pk)


def stays(pages: list[int]) -> MeetingPage | None:
    """The first of these pages that is a meeting with an agenda, minutes or actions; None where there is none."""
    for model in (AgendaItem, Minutes, Action):
        row = model.objects.filter(meeting__in=pages).select_related("meeting").first()
        if row:
            return row.meeting
    return None


@receiver(pre_delete, sender=MeetingPage)
def keep_published_agenda(instance, **kwargs):
    """Refuse to delete a meeting whose agenda was published: the record of it would go too."""
    if AgendaItem.objects.filter(meeting=instance.pk).published().exists():
        raise PermissionDenied(KEPT % instance.title)
