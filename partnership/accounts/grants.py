"""Giving somebody a role for a branch of the site, ending it, and asking what it opens."""

from collections.abc import Iterable
from datetime import datetime

from django.apps import apps
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail.models import Page

from .models import RoleGrant, RoleScope
from .models.grants import THE_SYSTEM
from .roles import PRIVATE_READERS, ROLES, Reach, Role
from .second_step.wanted import keeps_out
from .sync import scoped_name, sync_scope


@transaction.atomic
def grant(
    user,
    role_key: str,
    page,
    granted_by,
    now: datetime,
    giver: str = THE_SYSTEM,
    holds_until: datetime | None = None,
) -> RoleGrant:
    """Give a person a role for a page and all below it, and record it; a role held already stays as it is.

    With `holds_until` it opens nothing private from that moment on.

    `granted_by` is None for a role that a command gives; `giver` then says in whose name. Raises ValidationError, in
    words for an administrator, where the role cannot be given for such a page.
    """
    role = ROLES[role_key]
    check_page(role, page)
    page = Page.objects.get(pk=page.pk)
    scope = RoleScope.objects.filter(role=role_key, page=page).first()
    if scope is None:
        group = Group.objects.create(name=scoped_name(role, page))
        scope = RoleScope.objects.create(role=role_key, page=page, group=group)
    sync_scope(scope)
    scope.group.user_set.add(user)
    held = RoleGrant.objects.held().filter(role=role_key, user=user, page=page).first()
    return held or RoleGrant.objects.create(
        role=role_key,
        user=user,
        user_name=name_of(user),
        page=page,
        page_title=page.title,
        granted_at=now,
        granted_by=granted_by,
        granted_by_name=name_of(granted_by) or giver,
        holds_until=holds_until,
    )


@transaction.atomic
def revoke(user, role_key: str, page, ended_by, now: datetime) -> None:
    """End a person's role for a page, and record it; nothing happens where it is not held."""
    for scope in RoleScope.objects.filter(role=role_key, page_id=page.pk):
        scope.group.user_set.remove(user)
    for held in RoleGrant.objects.held().filter(role=role_key, user=user, page_id=page.pk):
        held.ended_at, held.ended_by, held.ended_by_name = now, ended_by, name_of(ended_by) or THE_SYSTEM
        held.save(update_fields=["ended_at", "ended_by", "ended_by_name"])


def check_page(role: Role, page) -> None:
    """Raise ValidationError, by field, where a role is not given for pages, or not for pages like this one."""
    if role.reach != Reach.GRANTED_PAGE:
        raise ValidationError(
            {"role": f"{role.name} work on the whole site: tick the role in the person's account."}
        )
    model = apps.get_model(role.page_type)
    if not issubclass(page.specific_class or Page, model):
        wanted = " or ".join(sorted({kind._meta.verbose_name for kind in page_types(role)}))
        raise ValidationError({"page": f"For a {role.singular.lower()}, choose a page that is a {wanted}."})


def page_types(role: Role) -> list[type[Page]]:
    """The page types that a role can be given for."""
    model = apps.get_model(role.page_type)
    return [kind for kind in apps.get_models() if issubclass(kind, model) and kind.is_creatable]


def name_of(user) -> str:
    """A person as the record names them."""
    if user is None:
        return ""
    full_name = user.get_full_name()
    return f"{full_name} ({user.get_username()})" if full_name else user.get_username()


def may_read_private(user, page) -> bool:
    """Whether a person may read what belongs to a page in private, such as a committee's Part B.

    Only a recorded role for that page or one above it opens it: being an administrator or a superuser does not,
    nor does a membership of its group that no record explains. It stays closed to whoever should have set up their
    second step.
    """
    if not page.path:
        return False
    return private_grants(user, timezone.now()).filter(page__path__in=paths_down_to(page)).exists()


def branches_read_in_private(user, now: datetime) -> list[str]:
    """The tree paths of all branches of which a person may read what is private."""
    return list(private_grants(user, now).values_list("page__path", flat=True))


def private_grants(user, now: datetime):
    """The recorded roles that open something private to a person at a moment."""
    if not user.is_authenticated or not user.is_active or keeps_out(user, now):
        return RoleGrant.objects.none()
    return grants_in_force(PRIVATE_READERS, now).filter(user=user)


def grants_in_force(role_keys: Iterable[str], now: datetime):
    """The recorded grants of these roles that hold at a moment: of people in use, who are in the role's group."""
    in_group = RoleScope.objects.filter(
        role=OuterRef("role"), page=OuterRef("page"), group__user=OuterRef("user")
    )
    lasts = Q(holds_until=None) | Q(holds_until__gt=now)
    return RoleGrant.objects.held().filter(lasts, Exists(in_group), user__is_active=True, role__in=role_keys)


def paths_down_to(page) -> list[str]:
    """The paths of a page and of all pages above it."""
    return [page.path[:end] for end in range(Page.steplen, len(page.path) + 1, Page.steplen)]
