"""What accounts add to the editors' side of the site."""

from wagtail import hooks

from .admin.branch_roles import RoleGrantViewSet
from .admin.people import AssignWholeSiteRole


@hooks.register("register_admin_viewset")
def roles_for_a_branch():
    """The list of roles for a branch, in the settings menu."""
    return RoleGrantViewSet()


# Wagtail registers its own action of this name too; the last one registered counts.
hooks.register("register_bulk_action", AssignWholeSiteRole, order=1)
