"""Who is on a committee, and what they may read because of it."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from meetings.clock import LONDON
from meetings.membership_rights import follow_the_clock
from meetings.models import DeclaredInterest, Membership
from partnership.accounts.grants import may_read_private
from partnership.accounts.models import RoleGrant, User
from programmes.models import Person
from tests.factories.admin_forms import form_values
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person

TODAY = date(2026, 6, 10)


@pytest.fixture
def officer(tree, client):
    person = make_person("governance_officers", tree.committee)
    client.force_login(person)
    return person


@pytest.fixture
def ada(db):
    return Person.objects.create(name="Ada Example")


@pytest.fixture
def account(db):
    return User.objects.create_user("ada", "ada@example.org", "a-long-password-of-theirs")


def add(client, tree, ada, **typed):
    """Write a member down on the screen."""
    url = reverse("committee_members:add")
    facts = {
        "committee": tree.committee.pk,
        "person": ada.pk,
        "part": "1_chair",
        "votes": "on",
        "since": "01/06/2026",
        "account_email": "ADA@example.org",
    }
    return client.post(url, {**form_values(client.get(url)), **facts, **typed})


@time_machine.travel(datetime(2026, 6, 10, 12, tzinfo=LONDON), tick=False)
def test_a_member_reads_in_private_until_the_last_day_ends(tree, client, officer, ada, account):
    assert add(client, tree, ada, until="30/06/2026").status_code == 302
    assert may_read_private(account, tree.committee)
    assert not may_read_private(account, tree.other_committee)
    with time_machine.travel(datetime(2026, 6, 30, 23, 59, tzinfo=LONDON), tick=False):
        assert may_read_private(account, tree.committee)
    # At the next request: no job has run.
    after = datetime(2026, 7, 1, 0, 0, tzinfo=LONDON)
    with time_machine.travel(after, tick=False):
        assert not may_read_private(account, tree.committee)
        follow_the_clock(after)
    assert RoleGrant.objects.get(user=account).ended_at == after


@time_machine.travel(datetime(2026, 6, 10, 12, tzinfo=LONDON), tick=False)
def test_a_last_day_given_or_an_account_taken_away_ends_it_at_once(tree, client, officer, ada, account):
    add(client, tree, ada)
    url = reverse("committee_members:edit", args=[Membership.objects.get().pk])
    client.post(url, {**form_values(client.get(url)), "account_email": ""})
    assert not may_read_private(account, tree.committee)
    client.post(url, {**form_values(client.get(url)), "account_email": "ada@example.org"})
    assert may_read_private(account, tree.committee)
    client.post(url, {**form_values(client.get(url)), "until": "09/06/2026"})
    assert not may_read_private(account, tree.committee)


def test_a_membership_to_come_gives_its_right_on_its_first_day(tree, client, officer, ada, account):
    with time_machine.travel(datetime(2026, 6, 10, 12, tzinfo=LONDON), tick=False):
        add(client, tree, ada, since="15/06/2026")
        assert not may_read_private(account, tree.committee)
    first = datetime(2026, 6, 15, 0, 5, tzinfo=LONDON)
    follow_the_clock(first)
    with time_machine.travel(first, tick=False):
        assert may_read_private(account, tree.committee)


def test_officers_keep_the_members_of_their_own_committee_only(tree, client, officer, ada):
    assert add(client, tree, ada, committee=tree.other_committee.pk, account_email="").status_code == 200
    elsewhere = Membership.objects.create(committee=tree.other_committee, person=ada, since=TODAY)
    assert client.get(reverse("committee_members:edit", args=[elsewhere.pk])).status_code in (302, 403)
    assert client.get(reverse("committee_members:delete", args=[elsewhere.pk])).status_code in (302, 403)
    assert "Ada Example" not in client.get(reverse("committee_members:index")).content.decode()


def test_an_address_without_an_account_is_said(tree, client, officer, ada):
    assert (
        "No account in use has this address"
        in add(client, tree, ada, account_email="x@example.org").content.decode()
    )


def test_a_past_meeting_shows_who_was_a_member_then(tree, client, ada):
    bo = Person.objects.create(name="Bo Example")
    Membership.objects.create(
        committee=tree.committee, person=ada, since=date(2020, 1, 1), until=date(2023, 9, 26), part="1_chair"
    )
    now = Membership.objects.create(committee=tree.committee, person=bo, since=date(2023, 9, 27), votes=False)
    DeclaredInterest.objects.create(
        membership=now, kind="financial", description="Owns a care home", declared_on=date(2023, 10, 1)
    )
    then = client.get(tree.meeting.url).content.decode()
    assert "Bo Example" in then
    assert "Ada Example" not in then
    page = client.get(tree.committee.url).content.decode()
    assert page.index("Bo Example") < page.index("Former members") < page.index("Ada Example")
    assert "attends without a vote" in page
    assert "Financial: Owns a care home" in page
    early = MeetingPageFactory(parent=tree.committee, starts_at=tree.meeting.starts_at - timedelta(days=1))
    assert "Ada Example" in client.get(early.url).content.decode()


def test_a_membership_does_not_end_before_it_begins(tree, ada):
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            committee=tree.committee, person=ada, since=TODAY, until=TODAY - timedelta(days=1)
        )
