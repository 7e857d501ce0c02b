"""The counts that publishers see, and what they do not."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from partnership.accounts.models import User
from partnership.alerts.models import Follower, Letter, Subscription


@pytest.fixture
def report(client, home):
    """Opens the report as a holder of a role."""
    call_command("sync_roles", verbosity=0)

    def open_as(role):
        user = User.objects.create_user(role, password="a long enough password")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client.get(reverse("alerts_followers"))

    return open_as


def test_counts_followers_of_each_thing_and_shows_no_address(report, follower, home, now):
    ada = follower("ada@example.com")
    follower("bob@example.com")
    follower("cyd@example.com", confirmed_at=None)
    Letter.objects.create(
        follower=ada.follower, subscription=ada, due_at=now, failed_at=now, problem="not public any more"
    )
    for _ in range(2):
        Letter.objects.create(follower=ada.follower, subscription=ada, due_at=now, failed_at=now)
    Subscription.objects.create(
        kind="page",
        object_id="999",
        follower=Follower.objects.create(address="dee@example.com"),
        asked_at=now,
        confirmed_at=now,
    )
    response = report("Publishers")
    rows = {row["object_id"]: row for row in response.context["object_list"]}
    counts = {key: (row["followers"], row["unconfirmed"], row["undelivered"]) for key, row in rows.items()}
    assert counts == {str(home.pk): (2, 1, 2), "999": (1, 0, 0)}
    page = response.content.decode()
    assert home.title in page
    assert "Not public now (page 999)" in page
    assert "@example.com" not in page


def test_says_so_when_nobody_follows_anything(report):
    assert "Nobody follows anything by e-mail yet." in report("Publishers").content.decode()


@pytest.mark.parametrize("role", ["Editors", "Document officers"])
def test_is_closed_to_other_roles(report, role):
    response = report(role)
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")
