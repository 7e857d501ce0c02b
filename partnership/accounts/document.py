"""The matrix of roles in words, for docs/roles.md."""

from django.apps import apps
from django.utils.text import capfirst
from wagtail.contrib.settings.models import BaseSiteSetting

from .roles import BRANCH_ROLES, ROLES, SITE_ROLES, USE_ADMIN, Reach, Role

INTRODUCTION = """\
# Roles

Written from `partnership/accounts/roles.py` by `manage.py sync_roles --document`; a test fails when the two differ.
Change the matrix there, then run `manage.py sync_roles` (it makes groups and permissions agree; it touches no
membership and no group of your own) and `manage.py sync_roles --document`.
"""
GIVING = """\
## Giving a role

- {site_roles}: Settings, Users, the person's account, “Roles”.
- {branch_roles}: Settings, “Roles for a branch”: choose the role, the person and the page. Every grant and its end
  is recorded with who gave it and when, and the record cannot be changed.

Nobody reads what a committee keeps private (Part B) without a recorded role for that committee: not by being an
administrator, not by a superuser's flag, not by being added to a group by hand. Superusers are made on the command
line only, for setting the site up.
"""
USUAL_ACTIONS = {"add", "change", "delete", "view", "choose"}
PAGE_ACTIONS = {
    "add": "add pages",
    "change": "edit any page",
    "publish": "publish and unpublish",
    "lock": "lock pages",
    "unlock": "unlock any page",
    "bulk_delete": "delete pages with all below them",
}


def roles_document() -> str:
    """The text of docs/roles.md."""
    parts = [INTRODUCTION, overview(), *(section(role) for role in ROLES.values())]
    parts.append(
        GIVING.format(
            site_roles=", ".join(role.name for role in SITE_ROLES),
            branch_roles=", ".join(role.name for role in BRANCH_ROLES),
        )
    )
    return "\n".join(parts)


def overview() -> str:
    """One row for each role."""
    rows = [
        "| Role | Signs in to edit | Writes pages | Publishes | Approves | Reads Part B |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for role in ROLES.values():
        where = "everywhere" if role.reach == Reach.WHOLE_SITE else "in its part"
        cells = [
            yes(role.uses_admin),
            where if "change" in role.pages else "no",
            where if "publish" in role.pages else "no",
            yes(role.approves),
            "its own committee's" if role.reads_private else "no",
        ]
        rows.append(f"| {role.name} | {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def section(role: Role) -> str:
    """What one role may do, in full."""
    lines = [f"## {role.name}", "", role.purpose, "", f"- Where: {reach(role)}."]
    if role.pages:
        lines.append(f"- Pages: {', '.join(PAGE_ACTIONS[action] for action in role.pages)}.")
    lines += [
        f"- {permission_line(name, actions)}" for name, actions in grouped(role.collections + role.models)
    ]
    if not role.uses_admin:
        lines.append("- No access to the editors' side of the site.")
    return "\n".join(lines) + "\n"


def reach(role: Role) -> str:
    """Where a role holds."""
    if not role.page_type:
        return role.reach.value
    kind = apps.get_model(role.page_type)
    kinds = [model for model in apps.get_models() if issubclass(model, kind) and model.is_creatable]
    names = " or ".join(model._meta.verbose_name for model in kinds)
    return f"{role.reach.value} ({names})"


def grouped(names: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Permission names as (model, actions): [("home.banner", ["add", "change"])]; an unusual one by its whole name."""
    models: dict[str, list[str]] = {}
    for name in names:
        app, codename = name.split(".")
        action, model = codename.split("_", 1)
        if action in USUAL_ACTIONS:
            models.setdefault(f"{app}.{model}", []).append(action)
        else:
            models.setdefault(name, [])
    return list(models.items())


def permission_line(name: str, actions: list[str]) -> str:
    """One line of a role's list."""
    if name == USE_ADMIN:
        return "Signs in to the editors' side of the site."
    if not actions:
        return capfirst(name.split(".")[1].replace("_", " ")) + f" (`{name}`)."
    model = apps.get_model(name)
    # There is one of each setting.
    noun = model._meta.verbose_name if issubclass(model, BaseSiteSetting) else model._meta.verbose_name_plural
    return f"{capfirst(noun)}: {', '.join(actions)}."


def yes(answer: bool) -> str:
    """A cell that says yes or no."""
    return "yes" if answer else "no"
