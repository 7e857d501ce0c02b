"""Letters about events: to whom they go, what they carry, and what happens when things break."""

import email
import threading
from datetime import timedelta
from email.policy import default
from smtplib import SMTPRecipientsRefused, SMTPSenderRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from partnership.alerts import jobs, post
from partnership.alerts.addressing import address_events
from partnership.alerts.models import Event, Follower, Letter, Subscription
from partnership.alerts.notifying import notify
from partnership.alerts.signing_up import confirm
from partnership.alerts.tasks import deliver

from . import post_office
from .post_office import FailingBackend


@pytest.fixture
def happen(home, now):
    """Reports something that happened to the home page."""

    def report(key="home-published", subject="The review is here", at=now):
        return notify("page", home.pk, key, subject, "First line.\n\nSecond & <last>.", "/home/", at)

    return report


@pytest.fixture
def use_backend(settings):
    """Puts a mail server of the post office in place."""

    def use(backend):
        settings.EMAIL_BACKEND = f"{backend.__module__}.{backend.__qualname__}"

    return use


def tick(at):
    """What a minute's job does."""
    jobs.deliver_waiting_letters(at)


def recipients():
    return sorted(address for message in mail.outbox for address in message.to)


class TestNotify:
    def test_tells_each_follower_once_however_often_it_is_reported(self, follower, happen):
        follower("ada@example.com")
        follower("bob@example.com")
        assert [happen(), happen(), happen()] == [True, False, False]
        deliver.enqueue()
        assert recipients() == ["ada@example.com", "bob@example.com"]

    def test_tells_only_those_who_confirmed_and_follow_this(self, follower, home, happen, now):
        follower("pending@example.com", confirmed_at=None)
        follower("late@example.com", asked_at=now + timedelta(seconds=1))
        Subscription.objects.create(
            kind="page",
            object_id="1",
            follower=Follower.objects.create(address="other@example.com"),
            asked_at=now,
            confirmed_at=now,
        )
        happen()
        assert recipients() == []

    def test_tells_who_confirms_after_it_happened_what_they_asked_for(self, follower, happen, now):
        waiting = follower("ada@example.com", asked_at=now - timedelta(hours=1), confirmed_at=None)
        happen()
        assert confirm(waiting.key, now)
        deliver.enqueue()
        deliver.enqueue()
        assert recipients() == ["ada@example.com"]

    def test_refuses_a_kind_that_nobody_registers(self, db, now):
        with pytest.raises(LookupError):
            notify("nothing", 1, "key", "Subject", "Text", "/", now)

    def test_is_taken_back_with_the_transaction_that_reported_it(self, follower, happen, settings):
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        follower("ada@example.com")
        with transaction.atomic():
            happen()
            transaction.set_rollback(True)
        assert not Event.objects.exists()
        assert happen()


class TestLetter:
    def test_carries_what_happened_in_plain_text_and_html(self, follower, happen, settings):
        settings.PUBLIC_BASE_URL = "https://www.example.nhs.uk"
        settings.REPLY_TO_EMAIL = "office@example.nhs.uk"
        subscription = follower("ada@example.com")
        happen(subject="The review\r\nBcc: everybody@example.com")
        read = email.message_from_bytes(mail.outbox[0].message().as_bytes(), policy=default)
        leave = "https://www.example.nhs.uk" + reverse("alerts:leave", args=[subscription.key])
        assert read["Subject"] == "The review Bcc: everybody@example.com"
        assert read["Bcc"] is None
        assert read["Reply-To"] == "office@example.nhs.uk"
        assert read["Message-ID"] == f"<{Letter.objects.get().pk.hex}@www.example.nhs.uk>"
        assert read["List-Unsubscribe"].strip() == f"<{leave}>"
        assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert read["Auto-Submitted"] == "auto-generated"
        plain = read.get_body(["plain"]).get_content()
        html = read.get_body(["html"]).get_content()
        for text in (plain, html):
            assert "https://www.example.nhs.uk/home/" in text
            assert leave in text
            assert "ada@example.com" not in text
        assert "Second & <last>." in plain
        assert "<p>Second &amp; &lt;last&gt;.</p>" in html
        assert '<html lang="en-GB">' in html

    def test_fetches_nothing_from_anywhere(self, follower, happen):
        follower("ada@example.com")
        happen()
        html = mail.outbox[0].alternatives[0].content
        for loader in ["<img", "src=", "<link", "url(", "@import", "background="]:
            assert loader not in html

    def test_is_not_sent_when_the_thing_is_not_public_any_more(self, follower, home, now):
        follower("ada@example.com")
        PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.LOGIN)
        notify("page", home.pk, "key", "Subject", "Text", "/", now)
        assert recipients() == []
        PageViewRestriction.objects.all().delete()
        tick(now + timedelta(days=1))
        assert recipients() == []
        assert Letter.objects.get().problem == "not public any more"

    def test_is_not_sent_to_somebody_who_left_meanwhile(self, follower, happen, now, use_backend):
        use_backend(post_office.ClosedBackend)
        follower("ada@example.com")
        happen()
        Subscription.objects.all().delete()
        use_backend(mail.backends.locmem.EmailBackend)
        tick(now + timedelta(days=1))
        assert recipients() == []

    def test_looks_again_at_each_letter_just_before_it_goes(self, follower, home, happen, now, monkeypatch):
        """The page is closed while the first of two letters is on its way."""
        follower("ada@example.com")
        follower("bob@example.com")
        send = mail.EmailMultiAlternatives.send

        def send_and_close(self):
            send(self)
            Page.objects.filter(pk=home.pk).update(live=False)

        monkeypatch.setattr(mail.EmailMultiAlternatives, "send", send_and_close)
        happen()
        assert len(mail.outbox) == 1


class TestWhenThingsBreak:
    def test_a_crash_after_sending_costs_one_duplicate_with_the_same_message_id(
        self, follower, happen, use_backend, now, time_machine_at
    ):
        for name in ["ada", "bob", "cyd"]:
            follower(f"{name}@example.com")
        use_backend(post_office.DyingBackend)
        happen()
        assert len(mail.outbox) == 1
        use_backend(mail.backends.locmem.EmailBackend)
        tick(now + timedelta(minutes=1))
        assert len(mail.outbox) == 1, "somebody may still be sending these"
        time_machine_at(now + timedelta(minutes=11))
        tick(now + timedelta(minutes=11))
        twice = mail.outbox[0].to[0]
        assert recipients() == sorted(["ada@example.com", "bob@example.com", "cyd@example.com", twice])
        ids = [m.extra_headers["Message-ID"] for m in mail.outbox if m.to == [twice]]
        assert ids[0] == ids[1]
        assert len({m.extra_headers["Message-ID"] for m in mail.outbox}) == 3

    def test_a_letter_that_kills_every_process_is_sent_twice_and_holds_nobody_up(
        self, follower, happen, use_backend, now, time_machine_at
    ):
        follower("ada@example.com")
        follower("bob@example.com")
        use_backend(post_office.DyingBackend)
        for run in range(6):
            time_machine_at(now + run * timedelta(minutes=11))
            happen() or tick(timezone.now())
        assert recipients() == ["ada@example.com"] * 2 + ["bob@example.com"] * 2
        assert not Letter.objects.waiting().exists()

    def test_a_server_that_is_down_uses_up_nobodys_tries(
        self, follower, happen, use_backend, now, time_machine_at
    ):
        follower("ada@example.com")
        use_backend(post_office.ClosedBackend)
        happen()
        for hour in range(1, 100):
            time_machine_at(now + timedelta(hours=hour))
            tick(timezone.now())
        use_backend(mail.backends.locmem.EmailBackend)
        time_machine_at(now + timedelta(hours=100))
        tick(timezone.now())
        assert recipients() == ["ada@example.com"]

    @pytest.mark.parametrize(
        ("error", "delivers", "copies"),
        [
            # The server said no: nothing went out, however often.
            (SMTPSenderRefused(451, b"later", "x"), False, 1),
            (SMTPRecipientsRefused({"ada@example.com": (450, b"greylisted ada@example.com")}), False, 1),
            # The line went dead after the mail was handed over.
            (SMTPServerDisconnected("gone"), True, 2),
            (TimeoutError(), True, 2),
        ],
    )
    def test_a_failed_letter_is_tried_again(
        self, follower, happen, use_backend, now, time_machine_at, monkeypatch, error, delivers, copies
    ):
        follower("ada@example.com")
        monkeypatch.setattr(FailingBackend, "error", error)
        monkeypatch.setattr(FailingBackend, "delivers", delivers)
        use_backend(FailingBackend)
        happen()
        tick(now)
        letter = Letter.objects.get()
        assert letter.failures == 1
        assert "ada@" not in letter.problem
        use_backend(mail.backends.locmem.EmailBackend)
        time_machine_at(now + timedelta(minutes=2))
        tick(timezone.now())
        assert recipients() == ["ada@example.com"] * copies
        assert Letter.objects.get().sent_at == timezone.now()

    def test_a_line_that_goes_dead_every_time_never_gives_more_than_one_duplicate(
        self, follower, happen, use_backend, now, time_machine_at, monkeypatch
    ):
        follower("ada@example.com")
        monkeypatch.setattr(FailingBackend, "delivers", True)
        use_backend(FailingBackend)
        happen()
        for day in range(1, 30):
            time_machine_at(now + timedelta(days=day))
            tick(timezone.now())
        assert recipients() == ["ada@example.com"] * 2

    def test_an_address_that_the_server_refuses_for_good_is_not_tried_again(
        self, follower, happen, use_backend, now, monkeypatch
    ):
        follower("ada@example.com")
        monkeypatch.setattr(FailingBackend, "error", SMTPRecipientsRefused({"ada@example.com": (550, b"no")}))
        use_backend(FailingBackend)
        happen()
        assert Letter.objects.get().failed_at
        assert Letter.objects.get().problem == "SMTPRecipientsRefused 550"

    def test_a_server_that_always_says_later_is_given_up_after_a_day(
        self, follower, happen, use_backend, now, time_machine_at, monkeypatch
    ):
        follower("ada@example.com")
        monkeypatch.setattr(FailingBackend, "error", SMTPSenderRefused(451, b"later", "x"))
        use_backend(FailingBackend)
        happen()
        hours = 0
        while Letter.objects.waiting().exists():
            hours += 1
            time_machine_at(now + timedelta(hours=hours))
            tick(timezone.now())
        assert 24 <= hours <= 60

    def test_letters_wait_while_the_site_has_no_mail_server(self, follower, happen, now, settings):
        follower("ada@example.com")
        settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
        happen()
        tick(now)
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        tick(now)
        assert recipients() == ["ada@example.com"]

    def test_one_thing_that_cannot_be_resolved_holds_nobody_up(self, follower, happen, monkeypatch):
        first = follower("ada@example.com")
        follower("bob@example.com")
        topic = Subscription.topic

        def broken(self, audience):
            if self.pk == first.pk:
                raise RuntimeError
            return topic(self, audience)

        monkeypatch.setattr(Subscription, "topic", broken)
        happen()
        assert recipients() == ["bob@example.com"]

    def test_many_letters_go_out_in_batches(self, follower, happen, monkeypatch):
        monkeypatch.setattr(post, "BATCH", 3)
        for number in range(8):
            follower(f"a{number}@example.com")
        happen()
        assert len(mail.outbox) == 8


@pytest.mark.usefixtures("committed_db")
class TestSeveralWorkers:
    def test_give_one_mail_each(self, now, settings, use_backend, monkeypatch):
        use_backend(post_office.SlowBackend)
        monkeypatch.setattr(post, "BATCH", 2)
        settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
        page = Page.objects.get(depth=2)
        expected = sorted(f"a{number}@example.com" for number in range(40))
        Subscription.objects.bulk_create(
            Subscription(
                kind="page",
                object_id=str(page.pk),
                follower=Follower.objects.create(address=a),
                asked_at=now,
                confirmed_at=now,
            )
            for a in expected
        )
        notify("page", page.pk, "key", "Subject", "Text", "/", now)
        start = threading.Barrier(3)

        def work():
            try:
                start.wait()
                address_events(now)
                start.wait()
                while post.send_batch(lambda: now):
                    pass
            finally:
                connection.close()

        workers = [threading.Thread(target=work) for _ in range(3)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert recipients() == expected
        assert not Letter.objects.waiting().exists()


def test_old_letters_are_forgotten_and_their_event_is_not_told_again(follower, happen, now):
    follower("ada@example.com")
    happen()
    jobs.forget_unconfirmed_addresses(now + timedelta(days=31))
    assert not Letter.objects.exists()
    assert not happen()
    tick(now + timedelta(days=31))
    assert recipients() == ["ada@example.com"]
