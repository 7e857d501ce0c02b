"""Closes accounts of those who edit when nobody used them for long, after a letter that says so.

The last administrator's is never closed. What an administrator opens again counts from then on.
"""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from wagtail.log_actions import log

from ..demo_users import DEMO_USERS
from ..models import User
from ..roles import ADMINISTRATORS, COMMITTEE_MEMBERS
from .letters import send

logger = logging.getLogger(__name__)

WARNED, CLOSED = "accounts.warned_unused", "accounts.closed_unused"


def look_after_unused(now: datetime) -> None:
    """Warn whoever has not signed in for long, and close the accounts of those who were warned in time."""
    begin_anew(now)
    close_by = now - timedelta(days=settings.UNUSED_ACCOUNT_DAYS)
    notice = timedelta(days=settings.UNUSED_ACCOUNT_NOTICE_DAYS)
    for user in staff_unused_since(close_by + notice).filter(warned_unused_at=None):
        warn(user, now)
    for user in staff_unused_since(close_by).filter(warned_unused_at__lte=now - notice):
        close(user, now)


def staff_unused_since(moment: datetime):
    """Accounts in use that may do more than read, and were not signed in to since."""
    in_groups = User.groups.through.objects
    doing_more = in_groups.exclude(group__role_scope__role=COMMITTEE_MEMBERS.key).values("user")
    more = Q(is_superuser=True) | Q(pk__in=doing_more) | ~Q(pk__in=in_groups.values("user"))
    unused = Q(last_login__lte=moment) | Q(last_login=None, date_joined__lte=moment)
    opened = Q(opened_again_at=None) | Q(opened_again_at__lte=moment)
    kept = Q(email__in=[demo_user.email for demo_user in DEMO_USERS])
    return User.objects.filter(more, unused, opened, ~kept, is_active=True).order_by("pk")


def begin_anew(now: datetime) -> None:
    """Forget warnings of whoever signed in since, and count from now for accounts opened again by hand."""
    User.objects.filter(is_active=True, closed_unused_at__isnull=False).update(
        closed_unused_at=None, warned_unused_at=None, opened_again_at=now
    )
    User.objects.filter(warned_unused_at__isnull=False, last_login__gt=F("warned_unused_at")).update(
        warned_unused_at=None
    )


def warn(user: User, now: datetime) -> None:
    """Write to somebody, and note it only where the letter went."""
    if is_last_administrator(user):
        return
    if send(user, "unused", days=settings.UNUSED_ACCOUNT_NOTICE_DAYS):
        User.objects.filter(pk=user.pk).update(warned_unused_at=now)
        log(instance=user, action=WARNED)


def close(user: User, now: datetime) -> None:
    """Close an account, and tell its owner."""
    with transaction.atomic():
        # One after another: two administrators could else be taken for each other's successor.
        list(administrators().select_for_update())
        if is_last_administrator(user):
            return
        User.objects.filter(pk=user.pk).update(is_active=False, closed_unused_at=now)
        log(instance=user, action=CLOSED)
        transaction.on_commit(lambda: send(user, "closed"), robust=True)
    logger.info("An account that was not used for %s days was closed.", settings.UNUSED_ACCOUNT_DAYS)


def administrators():
    """Accounts in use that can open others again."""
    role = Q(groups__name=ADMINISTRATORS.name) | Q(is_superuser=True)
    return User.objects.filter(pk__in=User.objects.filter(role, is_active=True).values("pk"))


def is_last_administrator(user) -> bool:
    """Whether nobody else could open accounts again."""
    in_use = administrators()
    return in_use.filter(pk=user.pk).exists() and not in_use.exclude(pk=user.pk).exists()
