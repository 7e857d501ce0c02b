"""The demonstration's users, one for each role."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import Group

from .grants import grant
from .models import User
from .roles import ROLES, Reach
from .sync import sync_roles

# Without letters and digits that are easily taken for one another.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
# A domain set aside for examples: nobody's mail is ever sent there.
DOMAIN = "example.org"


@dataclass(frozen=True)
class DemoUser:
    """Somebody to sign in as: the name to type, the role, and the page it is given for, where it needs one."""

    username: str
    role: str
    address: str = ""

    @property
    def email(self) -> str:
        """An address of their own that reaches nobody."""
        return f"{self.username}@{DOMAIN}"


DEMO_USERS = [
    DemoUser("administrator", "administrators"),
    DemoUser("publisher", "publishers"),
    DemoUser("editor", "editors"),
    DemoUser("programme-editor", "programme_editors", "/our-work/camhs-tier-4/"),
    DemoUser("document-officer", "document_officers"),
    DemoUser("governance-officer", "governance_officers", "/meetings/partnership-committees/"),
    DemoUser("committee-member", "committee_members", "/meetings/partnership-committees/"),
]


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
