"""What follows when somebody sets up or gives up their second step, in the same transaction."""

from allauth.mfa.models import Authenticator
from django.db.models import F
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from ..models import User


@receiver(post_save, sender=Authenticator)
def nothing_is_wanted_any_more(instance, created, **kwargs):
    """Who has it is asked for nothing."""
    if created and instance.type == Authenticator.Type.TOTP:
        User.objects.filter(pk=instance.user_id).update(second_step_wanted_since=None)


@receiver(post_delete, sender=Authenticator)
def it_is_wanted_again(instance, **kwargs):
    """Who gives it up gets no second period of grace: the days count from when the account was made."""
    if instance.type == Authenticator.Type.TOTP:
        User.objects.filter(pk=instance.user_id).update(second_step_wanted_since=F("date_joined"))
