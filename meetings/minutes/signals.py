"""What follows by itself: minutes that were published stay with their meeting."""

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from ..models import MeetingPage, MinutesEdition

KEPT = "Minutes of “%s” were published, so the meeting cannot be deleted."


@receiver(pre_delete, sender=MeetingPage)
def keep_published_minutes(instance, **kwargs):
    """Refuse to delete a meeting whose minutes were published: the record of it would go too."""
    if MinutesEdition.objects.filter(minutes__meeting=instance.pk).exists():
        raise PermissionDenied(KEPT % instance.title)
