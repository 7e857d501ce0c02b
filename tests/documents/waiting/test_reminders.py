"""Whoever is in charge of something awaited is reminded: once a step, over a real mail server."""

import socket
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from documents.jobs import remind_of_what_is_awaited
from documents.models import PublicationPage, Reminder
from documents.reminders import RemindersNotSentError, latest_step, recipients, send_due_reminders
from documents.waits import record_expected_date
from tests.factories.people import make_person

DUE = date(2026, 6, 1)
GIVEN_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Mailbox:
    """Keeps the mail it is given; refuses all of it while `closed`."""

    def __init__(self):
        self.mails = []
        self.closed = False

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 -- aiosmtpd's name
        if self.closed:
            return "451 try later"
        self.mails.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=default)))
        return "250 OK"


@pytest.fixture
def mailbox(settings):
    """A mail server on this machine, with Django pointed at it."""
    handler = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5
    yield handler
    controller.stop()


@pytest.fixture
def expected(awaited):
    """The awaited response, with a date and somebody in charge."""
    awaited.expected_on = DUE
    awaited.person_in_charge = make_person("editors", username="ada")
    awaited.save()
    awaited.expected_dates.all().delete()
    record_expected_date(awaited, GIVEN_AT)
    return awaited


def at(day: date) -> datetime:
    """Half past seven on a day."""
    return datetime(day.year, day.month, day.day, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "step"),
    [(-29, None), (-28, -28), (-8, -28), (-7, -7), (-1, -7), (0, 0), (6, 0), (7, 7), (20, 14), (700, 700)],
)
def test_steps_are_four_weeks_a_week_the_day_and_each_week_after(days, step):
    expected = None if step is None else DUE + timedelta(days=step)
    assert latest_step(DUE, DUE + timedelta(days=days)) == expected


def test_a_year_of_daily_runs_reminds_once_a_step(expected, mailbox):
    for days in range(-60, 22):
        remind_of_what_is_awaited(at(DUE + timedelta(days=days)))
    assert [mail["Subject"] for _, mail in mailbox.mails] == [
        "Due in 28 days: National response",
        "Due in 7 days: National response",
        "Due today: National response",
        "7 days late: National response",
        "14 days late: National response",
        "21 days late: National response",
    ]
    to, mail = mailbox.mails[-1]
    assert to == ["ada@example.org"]
    text = mail.get_content()
    assert "It was expected 1 June 2026 and is 21 days late." in text
    assert f"/admin/pages/{expected.pk}/edit/" in text


def test_runs_that_were_missed_are_caught_up_with_one_mail(expected, mailbox):
    assert send_due_reminders(at(DUE + timedelta(days=40))) == 1
    assert send_due_reminders(at(DUE + timedelta(days=40))) == 0
    assert [mail["Subject"] for _, mail in mailbox.mails] == ["40 days late: National response"]


def test_what_could_not_be_sent_is_sent_by_the_next_run(expected, mailbox):
    mailbox.closed = True
    with pytest.raises(RemindersNotSentError):
        send_due_reminders(at(DUE))
    mailbox.closed = False
    assert send_due_reminders(at(DUE)) == 1
    assert Reminder.objects.get().sent_at == at(DUE)


def test_a_step_from_before_the_date_was_given_is_not_made_up_for(expected, mailbox):
    expected.expected_dates.all().delete()
    record_expected_date(expected, at(DUE - timedelta(days=20)))
    assert send_due_reminders(at(DUE - timedelta(days=19))) == 0
    assert send_due_reminders(at(DUE - timedelta(days=7))) == 1


def test_a_new_date_starts_anew(expected, mailbox):
    send_due_reminders(at(DUE))
    expected.expected_on = DUE + timedelta(days=10)
    expected.save()
    record_expected_date(expected, at(DUE))
    assert send_due_reminders(at(DUE + timedelta(days=3))) == 1


@pytest.mark.parametrize("fact", [{"state": "published"}, {"live": False}, {"expected_on": None}])
def test_nobody_is_reminded_of_what_is_here_hidden_or_without_a_date(expected, mailbox, fact):
    PublicationPage.objects.filter(pk=expected.pk).update(**fact)
    assert send_due_reminders(at(DUE)) == 0


def test_without_a_mail_server_nothing_is_taken_for_sent(expected, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    remind_of_what_is_awaited(at(DUE))
    assert not Reminder.objects.exists()


class RecipientTests:
    def test_the_person_in_charge_then_the_maker_then_the_publishers(self, expected):
        expected.owner = make_person("document_officers", username="bob")
        make_person("publishers", username="cyd")
        assert recipients(expected) == ["ada@example.org"]
        expected.person_in_charge.is_active = False
        assert recipients(expected) == ["bob@example.org"]
        expected.owner.email = ""
        assert recipients(expected) == ["cyd@example.org"]

    def test_where_nobody_has_an_address_nothing_is_sent_and_nothing_forgotten(self, expected, mailbox):
        PublicationPage.objects.filter(pk=expected.pk).update(person_in_charge=None, owner=None)
        assert send_due_reminders(at(DUE)) == 0
        assert Reminder.objects.get().sent_at is None
