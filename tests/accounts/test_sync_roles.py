"""Groups and permissions agree with the matrix, whatever was there before."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Workflow

from partnership.accounts.grants import grant
from partnership.accounts.models import RoleScope, User
from partnership.accounts.roles import ROLES, SITE_ROLES, rights
from partnership.accounts.sync import permissions, sync_roles
from tests.factories.people import NOW, make_person


def held_by(group) -> set[str]:
    """All that a group holds, as text."""
    return {
        *(f"{right.content_type.app_label}.{right.codename}" for right in group.permissions.all()),
        *(f"{row.permission.codename} at {row.page}" for row in group.page_permissions.all()),
        *(f"{row.permission.codename} in {row.collection}" for row in group.collection_permissions.all()),
    }


def test_gives_each_role_for_the_whole_site_what_the_matrix_says(tree):
    sync_roles()
    for role in SITE_ROLES:
        held = held_by(Group.objects.get(name=role.name))
        where = {"document_officers": tree.publications}.get(role.key, tree.home)
        assert held == {
            *role.models,
            *(f"{action}_page at {where}" for action in role.pages),
            *(f"{name.split('.')[1]} in Root" for name in role.collections),
        }


def test_a_second_run_changes_nothing(tree):
    make_person("programme_editors", tree.programme)
    sync_roles()
    before = {group.name: held_by(group) for group in Group.objects.all()}
    rows = set(GroupPagePermission.objects.values_list("pk", flat=True))
    sync_roles()
    assert {group.name: held_by(group) for group in Group.objects.all()} == before
    assert set(GroupPagePermission.objects.values_list("pk", flat=True)) == rows


def test_takes_away_what_the_matrix_does_not_grant(tree):
    sync_roles()
    editors = Group.objects.get(name="Editors")
    granted = held_by(editors)
    publish = Permission.objects.get(codename="publish_page")
    editors.permissions.add(Permission.objects.get(codename="change_user"))
    GroupPagePermission.objects.create(group=editors, page=tree.home, permission=publish)
    GroupCollectionPermission.objects.create(
        group=editors,
        collection=Collection.get_first_root_node(),
        permission=Permission.objects.get(codename="delete_document"),
    )
    assert held_by(editors) > granted
    sync_roles()
    assert held_by(editors) == granted


def test_leaves_memberships_and_groups_it_does_not_know(tree):
    own = Group.objects.create(name="Friends of the site")
    own.permissions.add(Permission.objects.get(codename="view_person"))
    member = User.objects.create_user("friend")
    member.groups.add(own, Group.objects.get_or_create(name="Editors")[0])
    sync_roles()
    assert held_by(own) == {"programmes.view_person"}
    assert {group.name for group in member.groups.all()} == {"Friends of the site", "Editors"}


def test_takes_over_from_the_groups_and_workflow_that_wagtail_comes_with(tree):
    assert Group.objects.filter(name="Moderators").exists()
    sync_roles()
    assert not Group.objects.filter(name="Moderators").exists()
    assert not GroupPagePermission.objects.filter(page=Page.get_first_root_node()).exists()
    workflow = tree.programme.get_workflow()
    assert workflow.name == "Publisher's approval"
    assert Workflow.objects.count() == 1
    (task,) = workflow.tasks
    assert {group.name for group in task.specific.groups.all()} == {"Publishers", "Administrators"}


def test_keeps_a_stock_group_that_somebody_is_in_but_not_its_rights(tree):
    moderators = Group.objects.get(name="Moderators")
    User.objects.create_user("moderator").groups.add(moderators)
    sync_roles()
    assert held_by(moderators) == set()
    assert moderators.user_set.count() == 1


def test_the_group_of_a_branch_follows_the_title_of_its_page(tree):
    make_person("programme_editors", tree.programme)
    assert Group.objects.filter(name="Programme editors: Nursing").exists()
    tree.programme.title = "Nursing development"
    tree.programme.save()
    sync_roles()
    group = RoleScope.objects.get().group
    assert group.name == "Programme editors: Nursing development"
    assert "change_page at Nursing development" in held_by(group)


def test_groups_of_branches_of_one_title_are_told_apart(tree):
    make_person("programme_editors", tree.programme)
    other = User.objects.create_user("other")
    tree.collaborative.title = tree.programme.title
    tree.collaborative.save()
    grant(other, "programme_editors", tree.collaborative, granted_by=None, now=NOW)
    sync_roles()
    assert RoleScope.objects.values("group__name").distinct().count() == 2


def test_the_group_of_a_branch_goes_with_its_page(tree):
    make_person("programme_editors", tree.programme)
    tree.programme.delete()
    assert not Group.objects.filter(name__startswith="Programme editors").exists()


def test_the_command_runs_and_says_so(tree, capsys):
    call_command("sync_roles")
    assert "agree" in capsys.readouterr().out


def test_every_permission_of_the_matrix_exists(db):
    for role in ROLES.values():
        permissions((*role.models, *role.collections))
    with pytest.raises(LookupError, match=r"home.polish_banner"):
        permissions(rights("polish", "home.banner"))
