"""One letter a day or a week with all that happened: at 7am in London, nothing missed, nothing told twice."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from partnership.alerts import jobs
from partnership.alerts.digests import gather_digests
from partnership.alerts.models import Follower, Frequency, Letter, Subscription
from partnership.alerts.mornings import last_monday, last_morning
from partnership.alerts.notifying import notify

from . import post_office


@pytest.fixture
def reader(follower):
    """Makes somebody who wants digests of the home page."""

    def make(frequency=Frequency.DAILY, address="ada@example.com"):
        subscription = follower(address)
        Follower.objects.filter(pk=subscription.follower_id).update(frequency=frequency)
        return subscription.follower

    return make


@pytest.fixture
def news(home, now):
    """Reports a piece of news of a page."""

    def report(key, at=now, page=home):
        notify("page", page.pk, key, f"News {key}", f"Text of {key}.", "/home/", at)

    return report


@pytest.fixture
def tick(time_machine_at):
    """Does what a minute's job does, at a moment."""

    def at(moment):
        time_machine_at(moment)
        jobs.deliver_waiting_letters(moment)

    return at


def at(day, hour, minute=0):
    """A moment of March 2026, whose 2nd is a Monday; summer time begins on the 29th."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "morning", "monday"),
    [
        (at(2, 7), at(2, 7), at(2, 7)),
        (at(2, 6, 59), at(1, 7), datetime(2026, 2, 23, 7, tzinfo=UTC)),
        (at(8, 23), at(8, 7), at(2, 7)),
        (at(30, 6), at(30, 6), at(30, 6)),
        (at(30, 5, 59), at(29, 6), at(23, 7)),
    ],
)
def test_mornings_are_london_mornings(now, morning, monday):
    assert last_morning(now) == morning
    assert last_monday(now) == monday


def test_one_letter_tells_all_of_a_day_in_groups(reader, news, tick, home, now):
    ada = reader()
    other = home.add_child(instance=Page(title="Another page", slug="other"))
    Subscription.objects.create(
        kind="page", object_id=str(other.pk), follower=ada, asked_at=now, confirmed_at=now
    )
    news("one")
    news("two", page=other)
    news("three", at=now + timedelta(hours=1))
    tick(at(3, 6, 59))
    assert mail.outbox == []
    tick(at(3, 7))
    (letter,) = mail.outbox
    assert letter.subject == "Your daily update: 3 pieces of news"
    html = letter.alternatives[0].content
    for text in (letter.body, html):
        assert (
            text.index("Another page")
            < text.index("News two")
            < text.index("News one")
            < text.index("News three")
        )
        assert f"/alerts/manage/{ada.key}/" in text
    assert html.count("<h2>") == 2
    assert html.count("<h3>") == 3
    assert f"/alerts/leave-all/{ada.key}/" in letter.extra_headers["List-Unsubscribe"]
    assert not Letter.objects.waiting().exists()
    for minute in range(1, 4):
        tick(at(3, 7, minute))
    tick(at(4, 7))
    assert len(mail.outbox) == 1


def test_a_weekly_digest_waits_for_monday_and_a_missed_morning_is_made_up_for(reader, news, tick):
    reader(Frequency.WEEKLY)
    news("one")
    tick(at(8, 12))
    news("two", at=at(8, 12))
    assert mail.outbox == []
    # Nothing ran on Monday.
    tick(at(11, 15))
    (letter,) = mail.outbox
    assert letter.subject == "Your weekly update: 2 pieces of news"
    news("three", at=at(11, 15))
    tick(at(12, 7))
    assert len(mail.outbox) == 1


def test_who_changes_to_immediately_gets_at_once_what_waits(client, reader, news):
    ada = reader(Frequency.WEEKLY)
    news("one")
    client.post(f"/alerts/manage/{ada.key}/", {"frequency": "immediately"})
    (letter,) = mail.outbox
    assert "News one" in letter.body


def test_a_digest_leaves_out_what_is_not_public_any_more(reader, news, tick, home):
    reader()
    news("one")
    Page.objects.filter(pk=home.pk).update(live=False)
    tick(at(3, 7))
    assert mail.outbox == []
    assert {letter.problem for letter in Letter.objects.all()} == {"not public any more"}


def test_a_crash_costs_one_duplicate_with_the_same_message_id(reader, news, tick, settings):
    reader()
    news("one")
    settings.EMAIL_BACKEND = f"{post_office.__name__}.DyingBackend"
    tick(at(3, 7))
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    for hour in range(8, 12):
        tick(at(3, hour))
    assert len(mail.outbox) == 2
    assert len({letter.extra_headers["Message-ID"] for letter in mail.outbox}) == 1
    assert mail.outbox[0].body == mail.outbox[1].body


def test_a_crash_while_gathering_loses_nothing(reader, news, tick, monkeypatch):
    reader()
    news("one")

    def killed(self, *args, **kwargs):
        raise post_office.Killed

    with monkeypatch.context() as patched:
        patched.setattr(type(Letter.objects.all()), "update", killed)
        with pytest.raises(post_office.Killed):
            gather_digests(at(3, 7))
    assert Letter.objects.filter(subscription=None).count() == 0
    tick(at(3, 7, 1))
    assert len(mail.outbox) == 1


def test_who_stops_one_thing_is_still_told_of_the_other(client, reader, news, tick, home, now):
    ada = reader()
    other = home.add_child(instance=Page(title="Another page", slug="other"))
    Subscription.objects.create(
        kind="page", object_id=str(other.pk), follower=ada, asked_at=now, confirmed_at=now
    )
    news("one")
    news("two", page=other)
    client.post(f"/alerts/leave/{ada.subscriptions.order_by('pk')[0].key}/")
    tick(at(3, 7))
    (letter,) = mail.outbox
    assert "News two" in letter.body
    assert "News one" not in letter.body


def test_digests_are_forgotten_with_what_they_told_after_a_month(reader, news, tick):
    reader()
    news("one")
    tick(at(3, 7))
    jobs.forget_unconfirmed_addresses(timezone.now() + timedelta(days=31))
    assert not Letter.objects.exists()


def test_gathering_costs_the_same_for_much_news_as_for_little(reader, news):
    reader()
    news("one")
    with CaptureQueriesContext(connection) as few:
        gather_digests(at(3, 7))
    for number in range(20):
        news(f"more {number}", at=at(3, 8))
    with CaptureQueriesContext(connection) as many:
        gather_digests(at(4, 7))
    assert len(many) == len(few)
