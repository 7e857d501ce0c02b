"""Roles for a branch are given, ended and recorded; only such a record opens what is private."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.exceptions import ValidationError

from partnership.accounts.grants import grant, may_read_private, revoke
from partnership.accounts.models import RoleGrant, User
from tests.factories.people import NOW, make_person


@pytest.fixture
def person(db):
    return User.objects.create_user("somebody", first_name="Sam", last_name="Body")


@pytest.fixture
def administrator(db):
    return User.objects.create_user("boss", first_name="Ada", last_name="Min")


def test_a_grant_is_recorded_with_who_gave_it_and_when(tree, person, administrator):
    given = grant(person, "governance_officers", tree.committee, administrator, NOW)
    assert (given.user, given.page.pk, given.granted_by, given.granted_at) == (
        person,
        tree.committee.pk,
        administrator,
        NOW,
    )
    assert str(given) == "Sam Body (somebody): Governance officer of Board"
    assert person.groups.get().name == "Governance officers: Board"


def test_a_role_that_nobody_gave_says_what_did(tree, person):
    by_command = grant(person, "governance_officers", tree.committee, None, NOW)
    assert by_command.given_by == "the system"
    by_demonstration = grant(
        person, "governance_officers", tree.other_committee, None, NOW, giver="the demonstration"
    )
    assert by_demonstration.given_by == "the demonstration"
    RoleGrant.objects.bulk_create([RoleGrant(role="committee_members", granted_at=NOW)])
    assert RoleGrant.objects.get(granted_by_name="").given_by == "the system"


def test_a_role_held_already_is_not_given_twice(tree, person):
    first = grant(person, "committee_members", tree.committee, None, NOW)
    assert grant(person, "committee_members", tree.committee, None, NOW + timedelta(days=1)) == first


def test_an_ended_role_is_recorded_and_leaves_its_group(tree, person, administrator):
    grant(person, "committee_members", tree.committee, administrator, NOW)
    revoke(person, "committee_members", tree.committee, administrator, NOW + timedelta(days=3))
    record = RoleGrant.objects.get()
    assert (record.ended_at, record.ended_by) == (NOW + timedelta(days=3), administrator)
    assert not person.groups.exists()
    assert not record.is_held


def test_a_role_can_be_given_again_after_it_ended(tree, person):
    grant(person, "committee_members", tree.committee, None, NOW)
    revoke(person, "committee_members", tree.committee, None, NOW)
    grant(person, "committee_members", tree.committee, None, NOW)
    assert RoleGrant.objects.count() == 2


def test_the_record_cannot_be_changed_or_deleted(tree, person, administrator):
    record = grant(person, "committee_members", tree.committee, None, NOW)
    record.granted_by = administrator
    for attempt in (
        record.save,
        record.delete,
        RoleGrant.objects.all().delete,
        lambda: RoleGrant.objects.update(granted_by=administrator),
    ):
        with pytest.raises(ValidationError):
            attempt()
    assert RoleGrant.objects.get().granted_by is None


def test_the_record_outlives_the_account_and_the_page(tree, person):
    grant(person, "committee_members", tree.committee, None, NOW)
    person.delete()
    tree.committee.delete()
    record = RoleGrant.objects.get()
    assert str(record) == "Sam Body (somebody): Committee member of Board"
    assert not record.is_held


@pytest.mark.parametrize(
    ("role", "page", "words"),
    [
        ("governance_officers", "programme", "choose a page that is a committee"),
        ("programme_editors", "committee", "programme or workstream or provider collaborative"),
        ("editors", "home", "whole site"),
    ],
)
def test_a_role_is_refused_for_a_page_it_is_not_for(tree, person, role, page, words):
    with pytest.raises(ValidationError, match=words):
        grant(person, role, getattr(tree, page), None, NOW)
    assert not RoleGrant.objects.exists()
    assert not Group.objects.filter(role_scope__isnull=False).exists()


@pytest.mark.parametrize("role", ["governance_officers", "committee_members"])
def test_a_recorded_role_opens_what_its_own_committee_keeps_private(tree, role):
    holder = make_person(role, tree.committee)
    assert may_read_private(holder, tree.committee)
    assert may_read_private(holder, tree.meeting)
    assert not may_read_private(holder, tree.other_committee)
    assert not may_read_private(holder, tree.meetings)


def test_nobody_else_reads_what_is_private(tree):
    superuser = User.objects.create_superuser("root")
    others = [make_person(role) for role in ("administrators", "publishers", "editors", "document_officers")]
    others.append(make_person("programme_editors", tree.programme))
    for other in [superuser, AnonymousUser(), *others]:
        assert not may_read_private(other, tree.meeting)


def test_a_membership_that_no_record_explains_opens_nothing(tree):
    make_person("committee_members", tree.committee)
    superuser = User.objects.create_superuser("root")
    superuser.groups.add(Group.objects.get(name="Committee members: Board"))
    assert not may_read_private(superuser, tree.meeting)


def test_what_is_private_closes_when_the_role_ends_or_the_account_does(tree):
    holder = make_person("committee_members", tree.committee)
    holder.is_active = False
    assert not may_read_private(holder, tree.meeting)
    holder.is_active = True
    revoke(holder, "committee_members", tree.committee, None, NOW)
    assert not may_read_private(holder, tree.meeting)


def test_the_question_costs_one_query(tree, django_assert_num_queries):
    holder = make_person("committee_members", tree.committee)
    with django_assert_num_queries(1):
        may_read_private(holder, tree.meeting)
