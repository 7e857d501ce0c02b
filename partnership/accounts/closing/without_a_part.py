"""Closes the account of somebody whose last membership and last role have ended."""

from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from ..models import RoleGrant, User
from .letters import send

ENDED = "accounts.closed_without_a_part"


def close_without_a_part(user: User, now: datetime, changed_by=None) -> bool:
    """Close an account that no role is left for, and tell its owner. Whether it was closed."""
    has_role = user.is_superuser or user.groups.exists() or user.user_permissions.exists()
    if not user.is_active or has_role or RoleGrant.objects.held().filter(user=user).exists():
        return False
    User.objects.filter(pk=user.pk).update(is_active=False)
    log(instance=user, action=ENDED, user=changed_by)
    transaction.on_commit(lambda: send(user, "ended"), robust=True)
    return True
