"""What accounts add to the editors' side of the site."""

from django.urls import reverse
from wagtail import hooks

from partnership.first_screen import Task, offers_tasks

from .admin.branch_roles import RoleGrantViewSet
from .admin.people import AssignWholeSiteRole


@hooks.register("register_admin_viewset")
def roles_for_a_branch():
    """The list of roles for a branch, in the settings menu."""
    return RoleGrantViewSet()


@offers_tasks
def tasks_for_accounts(user):
    """What those who keep accounts may do."""
    if user.has_perm("accounts.add_rolegrant"):
        yield Task(
            10,
            "Give somebody a role",
            "A programme, a provider collaborative or a committee to look after, or to read.",
            reverse("branch_roles:add"),
            "key",
        )
    if user.has_perm("accounts.add_user"):
        yield Task(
            11,
            "Make an account",
            "For somebody who is to work on this site.",
            reverse("wagtailusers_users:add"),
            "user",
        )


# Wagtail registers its own action of this name too; the last one registered counts.
hooks.register("register_bulk_action", AssignWholeSiteRole, order=1)
