"""A member's account ends with their last membership."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from meetings.membership_rights import agree
from meetings.models import Membership
from meetings.notice.counting import day_in_london
from partnership.accounts.models import User
from programmes.models import Person
from tests.factories.people import make_person

NOW = timezone.now()
TODAY = day_in_london(NOW)


@pytest.fixture
def membership(tree):
    """Somebody's membership since long ago, with an account."""
    account = User.objects.create_user("ada", "ada@trust.example", "a-long-password-of-theirs")
    person = Person.objects.create(name="Ada Example")
    kept = Membership.objects.create(
        committee=tree.committee, person=person, since=date(2020, 1, 1), user=account
    )
    agree(account, tree.committee, NOW)
    return kept


def end(membership, callbacks) -> User:
    """Their last day was yesterday. The account after it."""
    Membership.objects.filter(pk=membership.pk).update(until=TODAY - timedelta(days=1))
    with callbacks(execute=True):
        agree(membership.user, membership.committee, NOW)
    return User.objects.get(pk=membership.user_id)


def test_the_last_membership_takes_the_account_with_it_and_its_owner_is_told(
    membership, django_capture_on_commit_callbacks
):
    browser = Client()
    browser.force_login(membership.user)
    assert not end(membership, django_capture_on_commit_callbacks).is_active
    assert "Your part in the committees" in mail.outbox[0].body
    assert browser.get("/my-committees/").status_code == 302


def test_another_membership_keeps_it_even_one_to_come(membership, tree, django_capture_on_commit_callbacks):
    Membership.objects.create(
        committee=tree.other_committee,
        person=membership.person,
        since=TODAY + timedelta(days=9),
        user=membership.user,
    )
    assert end(membership, django_capture_on_commit_callbacks).is_active


def test_another_role_keeps_it(membership, tree, django_capture_on_commit_callbacks):
    editor = make_person("editors")
    membership.user.groups.add(editor.groups.get())
    assert end(membership, django_capture_on_commit_callbacks).is_active
    assert mail.outbox == []
