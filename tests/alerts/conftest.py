"""Something to follow: pages of the site, registered as a section would."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse
from wagtail.models import Page

from partnership.alerts import registry
from partnership.alerts.models import Follower, Subscription
from partnership.alerts.registry import Topic, topic_kind


@pytest.fixture
def now():
    """A Monday morning in March."""
    return datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _page_topics(monkeypatch):
    monkeypatch.setattr(registry, "_kinds", {})

    @topic_kind("page", "We will e-mail you when this page changes.")
    def page(object_id, audience):
        if not (object_id.isascii() and object_id.isdecimal()):
            return None
        found = audience.visible(Page.objects.filter(pk=int(object_id[:9]))).first()
        return Topic(found.title, found.get_url(), prompt="Tell me when it comes") if found else None


@pytest.fixture
def follower(home, now):
    """Makes confirmed followers of the home page."""

    def make(address, asked_at=now, confirmed_at=now):
        return Subscription.objects.create(
            kind="page",
            object_id=str(home.pk),
            follower=Follower.objects.get_or_create(address=address)[0],
            asked_at=asked_at,
            confirmed_at=confirmed_at,
        )

    return make


@pytest.fixture
def form_url(home):
    """The sign-up form of the home page."""
    return reverse("alerts:follow", args=["page", home.pk])


@pytest.fixture
def sign_up(client, form_url):
    """Sends the form with an address."""

    def send(address, **headers):
        return client.post(form_url, {"address": address}, headers=headers)

    return send


@pytest.fixture(autouse=True)
def time_machine_at(now):
    """Moves the clock on the wall, which stands at `now` otherwise."""
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller.move_to
