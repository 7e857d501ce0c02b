"""The screens on which administrators keep accounts and roles, and the way in."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from partnership.accounts.models import RoleGrant, User
from tests.factories.admin_forms import errors_shown, form_values
from tests.factories.people import make_person

PASSWORD = "quiet-river-seventeen"


@pytest.fixture
def administrator(tree, client):
    person = make_person("administrators")
    client.force_login(person)
    return person


def give(client, **chosen):
    """Send the screen on which a role is given."""
    return client.post(reverse("branch_roles:add"), chosen)


def test_gives_a_role_for_a_branch(tree, client, administrator):
    person = User.objects.create_user("sam")
    answer = give(client, role="committee_members", user=person.pk, page=tree.committee.pk)
    assert answer.status_code == 302
    record = RoleGrant.objects.get()
    assert (record.user, record.granted_by, record.page_id) == (person, administrator, tree.committee.pk)
    assert person.groups.get().name == "Committee members: Board"


def test_ends_a_role(tree, client, administrator):
    holder = make_person("governance_officers", tree.committee)
    record = RoleGrant.objects.get()
    url = reverse("branch_roles:edit", args=[record.pk])
    assert "Governance officer" in client.get(url).content.decode()
    assert client.post(url).status_code == 302
    record.refresh_from_db()
    assert record.ended_by == administrator
    assert not holder.groups.exists()
    assert "End this role" not in client.get(url).content.decode()


def test_says_what_is_missing_and_keeps_what_was_chosen(tree, client, administrator):
    answer = give(client, role="governance_officers", page=tree.committee.pk)
    assert answer.status_code == 200
    assert "This field is required." in errors_shown(answer)
    assert form_values(answer)["role"] == "governance_officers"
    assert form_values(answer)["page"] == str(tree.committee.pk)


def test_says_which_page_a_role_is_for(tree, client, administrator):
    person = User.objects.create_user("sam")
    answer = give(client, role="governance_officers", user=person.pk, page=tree.programme.pk)
    assert errors_shown(answer) == ["For a governance officer, choose a page that is a committee."]
    assert not RoleGrant.objects.exists()


def test_says_that_a_role_is_held_already(tree, client, administrator):
    holder = make_person("committee_members", tree.committee)
    answer = give(client, role="committee_members", user=holder.pk, page=tree.committee.pk)
    assert errors_shown(answer) == ["committee_members holds this role for “Board” already."]


def test_the_list_says_who_gave_a_role_where_no_person_did(tree, client, administrator):
    make_person("committee_members", tree.committee)
    assert "the system" in client.get(reverse("branch_roles:index")).content.decode()


def test_a_record_of_a_role_has_no_screen_that_deletes_or_copies_it(tree, client, administrator):
    make_person("committee_members", tree.committee)
    pk = RoleGrant.objects.get().pk
    for screen in ("delete", "copy", "history", "usage"):
        assert client.post(f"/admin/branch-roles/{screen}/{pk}/").status_code == 404


def test_lists_every_role_that_was_given(tree, client, administrator, django_assert_max_num_queries):
    make_person("committee_members", tree.committee)
    url = reverse("branch_roles:index")
    client.get(url)
    with django_assert_max_num_queries(20) as few:
        client.get(url)
    for number in range(12):
        make_person("committee_members", tree.committee, username=f"member-{number}")
    with django_assert_max_num_queries(len(few)):
        listed = client.get(url).content.decode()
    assert "member-11" in listed


def test_the_record_has_no_screen_that_deletes_or_changes_it(tree, client, administrator):
    make_person("committee_members", tree.committee)
    record = RoleGrant.objects.get()
    for path in ("delete", "copy", "history", "usage"):
        assert client.get(f"/admin/branch-roles/{path}/{record.pk}/").status_code == 404


def new_account(**changes):
    """What the screen for a new account sends."""
    return {
        "username": "sam",
        "email": "sam@example.org",
        "first_name": "Sam",
        "last_name": "Body",
        "password1": PASSWORD,
        "password2": PASSWORD,
        **changes,
    }


def test_makes_an_account_with_a_role(client, administrator):
    editors = Group.objects.get(name="Editors")
    client.post(reverse("wagtailusers_users:add"), new_account(groups=[editors.pk]))
    assert User.objects.get(username="sam").groups.get() == editors


def test_an_administrator_makes_nobody_a_superuser(client, administrator):
    client.post(reverse("wagtailusers_users:add"), new_account(is_superuser="on"))
    assert not User.objects.get(username="sam").is_superuser


def test_a_role_for_a_branch_is_not_given_without_a_record(tree, client, administrator):
    make_person("committee_members", tree.committee)
    branch_group = Group.objects.get(name="Committee members: Board")
    answer = client.post(reverse("wagtailusers_users:add"), new_account(groups=[branch_group.pk]))
    assert answer.status_code == 200
    assert not User.objects.filter(username="sam").exists()
    assert "Committee members: Board" not in client.get(reverse("wagtailusers_users:add")).content.decode()


def test_a_role_for_a_branch_is_not_given_to_several_at_once(tree, client, administrator):
    make_person("committee_members", tree.committee)
    branch_group = Group.objects.get(name="Committee members: Board")
    url = reverse("wagtail_bulk_action", args=["accounts", "user", "assign_role"])
    client.post(f"{url}?id={administrator.pk}", {"role": branch_group.pk})
    assert branch_group not in administrator.groups.all()
    editors = Group.objects.get(name="Editors")
    client.post(f"{url}?id={administrator.pk}", {"role": editors.pk})
    assert editors in administrator.groups.all()


def test_changing_an_account_leaves_its_roles_for_branches(tree, client, administrator):
    holder = make_person("committee_members", tree.committee)
    url = reverse("wagtailusers_users:edit", args=[holder.pk])
    client.post(url, new_account(username=holder.username, is_active="on", password1="", password2=""))
    holder.refresh_from_db()
    assert holder.first_name == "Sam"
    assert [group.name for group in holder.groups.all()] == ["Committee members: Board"]


def test_one_address_is_one_account_whatever_its_capitals(client, administrator):
    User.objects.create_user("first", "Sam@example.org")
    answer = client.post(reverse("wagtailusers_users:add"), new_account())
    assert answer.status_code == 200
    assert "Another account has this e-mail address." in answer.content.decode()


def test_the_list_of_accounts_says_what_each_may_do(tree, client, administrator):
    make_person("programme_editors", tree.programme)
    listed = client.get(reverse("wagtailusers_users:index")).content.decode()
    assert "Programme editors: Nursing" in listed
    assert "Administrators" in listed
