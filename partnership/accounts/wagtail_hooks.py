"""What accounts add to the editors' side of the site."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from partnership.first_screen import Task, offers_tasks

from .admin.branch_roles import RoleGrantViewSet
from .admin.people import AssignWholeSiteRole
from .admin.second_steps import RESET, ResetSecondStepView, may_reset
from .closing.unused import CLOSED, WARNED
from .closing.without_a_part import ENDED


@hooks.register("register_admin_viewset")
def roles_for_a_branch():
    """The list of roles for a branch, in the settings menu."""
    return RoleGrantViewSet()


@hooks.register("register_admin_urls")
def screens_of_accounts():
    """The screen on which somebody's second step is reset."""
    view = ResetSecondStepView.as_view()
    return [path("people/<int:pk>/second-step/", view, name="reset_second_step")]


@hooks.register("register_user_listing_buttons")
def reset_from_the_list(user, request_user):
    """Offer it beside each account."""
    if may_reset(request_user, user):
        url = reverse("reset_second_step", args=[user.pk])
        yield Button("Reset second step", url, icon_name="key", priority=30)


@hooks.register("register_account_menu_item")
def second_step_from_the_account(request):
    """Lead from the account's settings to what is kept on the public side: the second step and the sign-ins."""
    return {
        "url": reverse("mfa_index"),
        "label": "Your second step and sign-ins",
        "help_text": "Set up the second step, make new recovery codes, or end a sign-in that is not yours.",
    }


@hooks.register("register_help_menu_item")
def your_account():
    """The same, a step from every screen."""
    return MenuItem("Your account", reverse("mfa_index"), name="your-account", icon_name="key", order=1)


@hooks.register("register_log_actions")
def what_is_recorded(actions):
    """What happens to accounts besides being edited."""
    actions.register_action(RESET, "Reset second step", "Second step reset")
    actions.register_action(WARNED, "Warn of closing", "Warned that the account will be closed as unused")
    actions.register_action(CLOSED, "Close unused account", "Closed as unused")
    actions.register_action(ENDED, "Close account without a part", "Closed: no role or membership is left")


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
