"""The page on which somebody sees all that they follow: opened by the link in their letters, and by nothing else."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from partnership.alerts.jobs import forget_unconfirmed_addresses
from partnership.alerts.models import Follower, Frequency, Letter, Subscription
from partnership.alerts.notifying import notify

from .post_office import path_of


@pytest.fixture
def other(home):
    """Another page that can be followed."""
    return home.add_child(instance=Page(title="The other page", slug="other"))


@pytest.fixture
def ada(follower, other, now):
    """Somebody who follows both pages."""
    ada = follower("ada@example.com").follower
    Subscription.objects.create(
        kind="page", object_id=str(other.pk), follower=ada, asked_at=now, confirmed_at=now
    )
    return ada


@pytest.fixture
def manage_path(ada, home, now, mailoutbox):
    """The way that a letter gives."""
    notify("page", home.pk, "came", "It came", "Here.", "/", now)
    return path_of(mailoutbox[0], "/manage/")


def test_shows_all_that_one_follows_and_no_address(client, manage_path, home, other):
    response = client.get(manage_path)
    page = response.content.decode()
    assert home.title in page
    assert "The other page" in page
    assert "ada@example.com" not in page
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_shows_neither_title_nor_address_of_what_is_not_public_any_more(client, manage_path, other):
    Page.objects.filter(pk=other.pk).update(live=False)
    page = client.get(manage_path).content.decode()
    assert "The other page" not in page
    assert "Something that is not public now" in page


def test_stops_one_and_then_the_last(client, manage_path, ada):
    first, second = ada.subscriptions.order_by("pk")
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(manage_path, {"stop": first.key}).status_code == 302
    assert list(ada.subscriptions.all()) == [second]
    assert b"no more of these e-mails" in strict.post(manage_path, {"stop": second.key}).content
    assert not Follower.objects.exists()
    assert not Letter.objects.exists()


def test_stops_nothing_of_anybody_else(client, manage_path, follower):
    bob = follower("bob@example.com")
    client.post(manage_path, {"stop": bob.key})
    client.post(manage_path, {"stop": "\x00"})
    assert Subscription.objects.count() == 3


def test_stops_everything_and_erases_the_address(client, manage_path, ada):
    path = reverse("alerts:leave_all", args=[ada.key])
    assert b"Stop all e-mails?" in client.get(path).content
    assert Follower.objects.exists()
    assert client.post(path, "List-Unsubscribe=One-Click", content_type="text/plain").status_code == 200
    assert not Follower.objects.exists()
    assert not Subscription.objects.exists()


def test_changes_how_often_and_explains_a_wrong_choice(client, manage_path, ada):
    saved = client.post(manage_path, {"frequency": "weekly"}, follow=True)
    assert b"Your choice of how often we write is saved." in saved.content
    ada.refresh_from_db()
    assert ada.frequency == Frequency.WEEKLY
    for wrong in ({}, {"frequency": "hourly"}, {"frequency": "\x00"}):
        refused = client.post(manage_path, wrong)
        assert refused.status_code == 400
        assert b"Choose how often you want to get e-mails" in refused.content


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_link_scanners_change_nothing(client, manage_path, ada, method):
    before = list(Follower.objects.values()), list(Subscription.objects.values())
    for path in [manage_path, reverse("alerts:leave_all", args=[ada.key])]:
        getattr(client, method)(path)
    assert (list(Follower.objects.values()), list(Subscription.objects.values())) == before


def test_used_unconfirmed_and_invented_links_answer_alike(client, follower, ada):
    waiting = follower("waiting@example.com", confirmed_at=None).follower
    client.post(reverse("alerts:leave_all", args=[ada.key]))
    for method in (client.get, client.post):
        answers = [method(reverse("alerts:manage", args=[key])) for key in (ada.key, waiting.key, "x" * 43)]
        assert [answer.status_code for answer in answers] == [410] * 3
        assert len({answer.content for answer in answers}) == 1
    for method in (client.get, client.post):
        used, invented = (method(reverse("alerts:leave_all", args=[key])) for key in (ada.key, "x" * 43))
        assert used.content.replace(ada.key.encode(), b"x" * 43) == invented.content


def test_an_address_that_was_never_confirmed_is_erased_with_its_sign_up(follower, now):
    follower("ada@example.com", confirmed_at=None)
    follower("bob@example.com")
    forget_unconfirmed_addresses(now + timedelta(days=8))
    assert list(Follower.objects.values_list("address", flat=True)) == ["bob@example.com"]
