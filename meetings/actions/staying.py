"""What follows from a meeting stays with it: a meeting with actions, and a committee whose chair acted, are kept."""

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from ..models import Action, ChairsAction, CommitteePage, MeetingPage

KEPT = "“%s” has actions in the register, so it cannot be deleted."


@receiver(pre_delete, sender=MeetingPage)
def keep_meeting(instance, **kwargs):
    """Refuse to delete a meeting from which actions followed: their history would go too."""
    if Action.objects.filter(meeting=instance.pk).exists():
        raise PermissionDenied(KEPT % instance.title)


@receiver(pre_delete, sender=CommitteePage)
def keep_committee(instance, **kwargs):
    """Refuse to delete a committee whose chair acted in public."""
    if ChairsAction.objects.filter(committee=instance.pk, published_at__isnull=False).exists():
        raise PermissionDenied(KEPT % instance.title)
