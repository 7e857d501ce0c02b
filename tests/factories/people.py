"""People who hold a role."""

from datetime import UTC, datetime

from django.contrib.auth.models import Group

from partnership.accounts.grants import grant
from partnership.accounts.models import User
from partnership.accounts.roles import ROLES, Reach
from partnership.accounts.sync import sync_roles

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def make_person(role_key: str, page=None, username: str = "") -> User:
    """Somebody who holds one role and nothing else; `page` is the branch it is given for."""
    sync_roles()
    username = username or role_key
    person = User.objects.create_user(username, f"{username}@example.org", "a-long-password-of-theirs")
    role = ROLES[role_key]
    if role.reach == Reach.GRANTED_PAGE:
        grant(person, role_key, page, granted_by=None, now=NOW)
    else:
        person.groups.add(Group.objects.get(name=role.name))
    return person
