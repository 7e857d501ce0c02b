"""What follows by itself when a page or a site comes or goes."""

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, Site

from .models import RoleScope
from .roles import SITE_ROLES, Reach
from .sync import sync_roles


@receiver(post_delete, sender=RoleScope)
def delete_group(sender, instance, **kwargs):
    """A group without its page would go on opening the editors' side of the site."""
    Group.objects.filter(pk=instance.group_id).delete()


@receiver(post_save, sender=Site)
@receiver(post_delete, sender=Site)
def roles_follow_the_site(sender, raw=False, **kwargs):
    """Roles for the whole site hold from the page it starts at, whoever makes or changes the site."""
    if not raw:
        agree_on_commit()


@receiver(post_save)
def roles_follow_their_pages(sender, created, raw=False, **kwargs):
    """A role for all pages of a type holds for one made a moment ago."""
    if created and not raw and issubclass(sender, Page) and is_reached_by_type(sender):
        agree_on_commit()


def is_reached_by_type(kind: type[Page]) -> bool:
    """Whether a role's rights begin at pages of this type."""
    return any(
        issubclass(kind, apps.get_model(role.page_type))
        for role in SITE_ROLES
        if role.reach == Reach.PAGES_OF_A_TYPE
    )


def agree_on_commit() -> None:
    """Make groups agree with the matrix when what was changed is kept; a fault there undoes nothing of it."""
    transaction.on_commit(sync_roles, robust=True)
