"""One journey over a real mail server on this machine."""

import email
import socket
from datetime import timedelta
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from django.urls import reverse

from partnership.alerts.jobs import deliver_waiting_letters
from partnership.alerts.models import Follower, Letter, Subscription
from partnership.alerts.notifying import notify


class Mailboxes:
    """Keeps what it is given; refuses nobody@example.com for good, and drops the line once when told to."""

    def __init__(self):
        self.received = []
        self.drop_after_next = False

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 -- aiosmtpd's name
        if address.startswith("nobody@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.received.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=default)))
        if self.drop_after_next:
            self.drop_after_next = False
            server.transport.close()
            return "421 gone"
        return "250 OK"


@pytest.fixture
def mailboxes(settings):
    """The server, with Django pointed at it."""
    handler = Mailboxes()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    settings.EMAIL_TIMEOUT = 5
    yield handler
    controller.stop()


def test_somebody_follows_hears_and_leaves(client, home, form_url, mailboxes, now, settings):
    settings.PUBLIC_BASE_URL = "http://testserver"
    client.post(form_url, {"address": "ada@bücher.example"})
    to, asking = mailboxes.received.pop()
    assert to == ["ada@xn--bcher-kva.example"]
    assert asking["Subject"] == f"Please confirm: e-mails about {home.title}"
    text = asking.get_body(["plain"]).get_content()
    (link,) = [line for line in text.splitlines() if "/confirm/" in line]
    assert client.post(link.removeprefix("http://testserver")).status_code == 302

    notify("page", home.pk, "came", "The review of SIM – the findings", "It is here.", home.get_url(), now)
    to, news = mailboxes.received.pop()
    assert to == ["ada@xn--bcher-kva.example"]
    assert news["Subject"] == "The review of SIM – the findings"
    assert news.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in news.iter_parts()] == ["text/plain", "text/html"]
    unsubscribe = news["List-Unsubscribe"].strip().strip("<>")
    assert client.post(unsubscribe.removeprefix("http://testserver")).status_code == 200

    notify("page", home.pk, "changed", "It changed", "Really.", home.get_url(), now)
    assert mailboxes.received == []
    assert not Subscription.objects.exists()


def test_a_refused_mailbox_and_a_dropped_line_keep_the_others_from_nothing(
    follower, home, mailboxes, now, time_machine_at
):
    for name in ["ada", "nobody", "bob", "cyd"]:
        follower(f"{name}@example.com")
    mailboxes.drop_after_next = True
    notify("page", home.pk, "came", "It came", "Here.", reverse("alerts:asked", args=["page", home.pk]), now)
    received = {to[0] for to, _ in mailboxes.received}
    assert received == {"ada@example.com", "bob@example.com", "cyd@example.com"}
    problems = dict(Letter.objects.exclude(problem="").values_list("follower__address", "problem"))
    assert problems["nobody@example.com"] == "SMTPRecipientsRefused 550"
    assert len(problems) == 2


def test_somebody_chooses_a_digest_and_stops_it_all(
    client, follower, home, mailboxes, now, settings, time_machine_at
):
    settings.PUBLIC_BASE_URL = "http://testserver"
    follower("ada@example.com")
    notify("page", home.pk, "came", "It came", "Here.", home.get_url(), now)
    text = mailboxes.received.pop()[1].get_body(["plain"]).get_content()
    (link,) = [line for line in text.splitlines() if "/manage/" in line]
    client.post(link.removeprefix("http://testserver"), {"frequency": "daily"})
    for number in range(3):
        notify("page", home.pk, f"n{number}", f"Number {number}", "Text.", home.get_url(), now)
    assert mailboxes.received == []
    time_machine_at(now + timedelta(days=1))
    deliver_waiting_letters(now + timedelta(days=1))
    ((to, digest),) = mailboxes.received
    assert to == ["ada@example.com"]
    assert digest["Subject"] == "Your daily update: 3 pieces of news"
    assert digest["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    unsubscribe = digest["List-Unsubscribe"].strip().strip("<>")
    assert client.post(unsubscribe.removeprefix("http://testserver")).status_code == 200
    assert not Follower.objects.exists()
