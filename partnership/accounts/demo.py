"""The demonstration's users, one for each role."""

import secrets
from collections.abc import Callable
from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import Group

from .demo_users import DEMO_USERS
from .grants import grant
from .models import User
from .roles import ROLES, Reach
from .sync import sync_roles

# Without letters and digits that are easily taken for one another.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def invented_password() -> str:
    """A random password of 16 letters and digits that can be read out."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


def make_demo_users(password: str, page_at: Callable, now: datetime) -> None:
    """Make the demonstration's users and give them their roles; users that exist are left alone.

    `page_at` finds the page at an address of the site.
    """
    sync_roles()
    # One password, hashed once: hashing is slow by design, and seven times as slow for nothing.
    hashed = make_password(password)
    for demo_user in DEMO_USERS:
        if User.objects.filter(username=demo_user.username).exists():
            continue
        user = User.objects.create(
            username=demo_user.username,
            email=demo_user.email,
            password=hashed,
            first_name="Demonstration",
            last_name=demo_user.username.replace("-", " "),
        )
        role = ROLES[demo_user.role]
        if role.reach == Reach.GRANTED_PAGE:
            grant(
                user,
                role.key,
                page_at(demo_user.address),
                granted_by=None,
                now=now,
                giver="the demonstration",
            )
        else:
            user.groups.add(Group.objects.get(name=role.name))


def reset_passwords(password: str) -> int:
    """Set the password of those demonstration users whose password is another. Returns how many there were."""
    users = User.objects.filter(email__in=[demo_user.email for demo_user in DEMO_USERS])
    known = {
        hashed: check_password(password, hashed) for hashed in set(users.values_list("password", flat=True))
    }
    changed = [user for user in users if not known[user.password]]
    if changed:
        hashed = make_password(password)
        User.objects.filter(pk__in=[user.pk for user in changed]).update(password=hashed)
    return len(changed)
