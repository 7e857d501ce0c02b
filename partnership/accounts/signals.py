"""What follows by itself when a page goes."""

from django.contrib.auth.models import Group
from django.db.models.signals import post_delete
from django.dispatch import receiver

from .models import RoleScope


@receiver(post_delete, sender=RoleScope)
def delete_group(sender, instance, **kwargs):
    """A group without its page would go on opening the editors' side of the site."""
    Group.objects.filter(pk=instance.group_id).delete()
