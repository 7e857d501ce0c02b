"""News reaches those who follow what a thing lies within, or everything: each of them once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from partnership.alerts import topics
from partnership.alerts.models import Event, Follower, Letter, Subscription
from partnership.alerts.notifying import notify
from partnership.alerts.registry import Topic, topic_kind
from partnership.alerts.signing_up import confirm
from partnership.alerts.tasks import deliver


@pytest.fixture(autouse=True)
def chapters(home):
    """Parts of a page, which lie within it; and everything."""

    @topic_kind("chapter", "Sentence.", within=lambda object_id: [("page", home.pk), ("page", home.pk)])
    def chapter(object_id, audience):
        return Topic(f"Chapter {object_id}", "/chapter/") if audience.may_see(home) else None

    topic_kind("everything", "Sentence.")(topics.everything)


@pytest.fixture
def follow(now):
    """Has an address follow something."""

    def make(address, kind, object_id, confirmed_at=now):
        follower, _ = Follower.objects.get_or_create(address=address)
        return Subscription.objects.create(
            kind=kind, object_id=str(object_id), follower=follower, asked_at=now, confirmed_at=confirmed_at
        )

    return make


def happen(now, key="came"):
    notify("chapter", 1, key, f"Chapter one {key}", "Text.", "/chapter/", now)


def test_each_hears_once_from_the_nearest_thing_that_they_follow(follow, home, now):
    for address, what in {
        "all@example.com": [("everything", "all")],
        "page@example.com": [("everything", "all"), ("page", home.pk)],
        "chapter@example.com": [("everything", "all"), ("page", home.pk), ("chapter", 1)],
        "other@example.com": [("chapter", 2), ("page", 999)],
    }.items():
        for kind, object_id in what:
            follow(address, kind, object_id)
    happen(now)
    told = {letter.to[0]: letter.body for letter in mail.outbox}
    assert len(mail.outbox) == len(told) == 3
    assert "follows “Everything on this website”" in told["all@example.com"]
    assert f"follows “{home.title}”" in told["page@example.com"]
    assert "follows “Chapter 1”" in told["chapter@example.com"]


def test_who_follows_everything_hears_nothing_that_is_not_public(follow, home, now):
    follow("all@example.com", "everything", "all")
    Page.objects.filter(pk=home.pk).update(live=False)
    home.refresh_from_db()
    happen(now)
    assert mail.outbox == []
    assert Letter.objects.get().problem == "not public any more"


def test_who_stops_the_nearest_still_hears_by_the_other(client, follow, home, now, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    nearest = follow("ada@example.com", "chapter", 1)
    follow("ada@example.com", "everything", "all")
    happen(now)
    deliver.enqueue()
    client.post(f"/alerts/leave/{nearest.key}/")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    deliver.enqueue()
    (letter,) = mail.outbox
    assert "follows “Everything on this website”" in letter.body


def test_who_confirms_later_hears_what_they_asked_for_in_time(follow, home, now):
    waiting = follow("ada@example.com", "page", home.pk, confirmed_at=None)
    happen(now + timedelta(hours=1))
    assert mail.outbox == []
    confirm(waiting.key, now + timedelta(hours=2))
    assert Letter.objects.get().subscription == waiting


def test_addressing_costs_the_same_for_many_topics_as_for_one(follow, home, now):
    counts = []
    for number in (1, 2):
        for address in range(number * 5):
            for kind, object_id in [("everything", "all"), ("page", home.pk)][:number]:
                follow(f"{number}-{address}@example.com", kind, object_id)
        event = Event.objects.create(
            kind="chapter", object_id="1", also=[["page", str(home.pk)]], key=f"k{number}", subject="S", text="T",
            url="/", happened_at=now,
        )  # fmt: skip
        with CaptureQueriesContext(connection) as queries:
            Letter.objects.make_for(event, event.followers().select_related("follower"))
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert Letter.objects.count() == 5 + 15


def test_nothing_but_all_is_everything(client):
    assert client.get("/alerts/follow/everything/all/").status_code == 200
    assert client.get("/alerts/follow/everything/1/").status_code == 404
