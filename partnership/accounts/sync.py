"""Makes groups and permissions agree with the permission matrix."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from .models import RoleScope
from .roles import ROLES, SITE_ROLES, Reach, Role

STOCK_GROUP = "Moderators"
STOCK_WORKFLOW = "Moderators approval"
WORKFLOW = "Publisher's approval"


@transaction.atomic
def sync_roles() -> None:
    """Make the groups of all roles hold exactly what the matrix grants. Memberships and other groups stay as they are.

    Safe to run at any time and any number of times. It runs by itself when a site, or a page that a role begins at,
    comes or goes: a role that reaches the whole site holds for the pages that sites start at.
    """
    for role in SITE_ROLES:
        group, _ = Group.objects.get_or_create(name=role.name)
        make_agree(group, role, pages_reached(role))
    for scope in RoleScope.objects.select_related("group", "page"):
        sync_scope(scope)
    approve_by_publishers()
    retire_stock_group()


def sync_scope(scope: RoleScope) -> None:
    """Make the group of a role for one page hold what the matrix grants, under the page's title of today."""
    role = ROLES[scope.role]
    name = scoped_name(role, scope.page, scope.group)
    if scope.group.name != name:
        scope.group.name = name
        scope.group.save(update_fields=["name"])
    make_agree(scope.group, role, [scope.page])


def scoped_name(role: Role, page, group: Group | None = None) -> str:
    """The name of the group of a role for a page: "Programme editors: Complex Care", told apart where two are alike."""
    longest = Group._meta.get_field("name").max_length
    name = f"{role.name}: {page.title}"[:longest]
    if Group.objects.filter(name=name).exclude(pk=group.pk if group else None).exists():
        suffix = f" ({page.pk})"
        name = name[: longest - len(suffix)] + suffix
    return name


def pages_reached(role: Role) -> list[Page]:
    """The pages at which a role's rights begin."""
    if role.reach == Reach.PAGES_OF_A_TYPE:
        return list(Page.objects.type(apps.get_model(role.page_type)))
    return list(Page.objects.filter(pk__in=Site.objects.values("root_page")))


def make_agree(group: Group, role: Role, pages: list[Page]) -> None:
    """Give a group what its role grants, and take away the rest."""
    group.permissions.set(permissions(role.models))
    group.site_permissions.all().delete()
    agree(
        GroupPagePermission,
        group,
        "page",
        {(page.pk, right.pk) for page in pages for right in permissions(on_pages(role))},
    )
    library = Collection.get_first_root_node()
    agree(
        GroupCollectionPermission,
        group,
        "collection",
        {(library.pk, right.pk) for right in permissions(role.collections)},
    )


def agree(model, group: Group, place: str, wanted: set[tuple[int, int]]) -> None:
    """Make the rows of a permission table hold just the (place, permission) pairs wanted for a group."""
    rows = model.objects.filter(group=group)
    held = {(getattr(row, f"{place}_id"), row.permission_id): row for row in rows}
    model.objects.filter(pk__in=[row.pk for pair, row in held.items() if pair not in wanted]).delete()
    model.objects.bulk_create(
        model(group=group, permission_id=right, **{f"{place}_id": at}) for at, right in wanted - held.keys()
    )


def on_pages(role: Role) -> tuple[str, ...]:
    """A role's actions on pages as permission names."""
    return tuple(f"wagtailcore.{action}_page" for action in role.pages)


def permissions(names: tuple[str, ...]) -> list[Permission]:
    """The permissions of these names ("home.change_banner"). Raises LookupError where one does not exist."""
    known = {
        f"{right.content_type.app_label}.{right.codename}": right
        for right in Permission.objects.select_related("content_type").filter(
            codename__in=[name.split(".")[1] for name in names]
        )
    }
    if missing := set(names) - known.keys():
        raise LookupError(
            f"The matrix of roles names permissions that do not exist: {', '.join(sorted(missing))}."
        )
    return [known[name] for name in names]


def approve_by_publishers() -> None:
    """Make the site's approval workflow ask those whose role approves; one set up by hand for the root is kept."""
    Workflow.objects.filter(name=STOCK_WORKFLOW).update(name=WORKFLOW)
    GroupApprovalTask.objects.filter(name=STOCK_WORKFLOW).update(name=WORKFLOW)
    workflow, _ = Workflow.objects.get_or_create(name=WORKFLOW, defaults={"active": True})
    task = GroupApprovalTask.objects.filter(name=WORKFLOW).first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=WORKFLOW)
    approvers = Group.objects.filter(name__in=[role.name for role in SITE_ROLES if role.approves])
    task.groups.set(approvers)
    if not WorkflowTask.objects.filter(workflow=workflow).exists():
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    root = Page.get_first_root_node()
    if not WorkflowPage.objects.filter(page=root).exists():
        WorkflowPage.objects.create(workflow=workflow, page=root)


def retire_stock_group() -> None:
    """Take all rights from the group that Wagtail came with; it goes unless somebody is in it."""
    group = Group.objects.filter(name=STOCK_GROUP).first()
    if group is None:
        return
    group.permissions.clear()
    for rows in (group.page_permissions, group.collection_permissions, group.site_permissions):
        rows.all().delete()
    if not group.user_set.exists():
        group.delete()
