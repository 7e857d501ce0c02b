"""Signing up, confirming and leaving, as visitors and mail programmes do it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from partnership.alerts.jobs import deliver_waiting_letters, forget_unconfirmed_addresses
from partnership.alerts.models import Letter, SignUp, Subscription

from .post_office import path_of


def answer(response):
    """All that somebody can tell an answer by."""
    headers = {name: value for name, value in response.headers.items() if name not in {"Date", "Expires"}}
    return response.status_code, headers, response.content, dict(response.cookies)


def test_a_visitor_signs_up_confirms_and_leaves(client, sign_up, mailoutbox):
    response = sign_up("Ada@Example.com")
    assert b"Check your e-mail" in client.get(response.url).content
    (letter,) = mailoutbox
    assert letter.to == ["Ada@example.com"]
    confirm_path = path_of(letter, "/confirm/")

    assert b"Yes, send me e-mails" in client.get(confirm_path).content
    assert not Subscription.objects.confirmed().exists()
    done = client.post(confirm_path, follow=True)
    assert b"All done" in done.content
    subscription = Subscription.objects.confirmed().get()

    leave_path = reverse("alerts:leave", args=[subscription.key])
    assert b"Stop these e-mails?" in client.get(leave_path).content
    assert Subscription.objects.exists()
    assert client.post(leave_path).status_code == 200
    assert not Subscription.objects.exists()
    assert not Letter.objects.exists()
    assert not SignUp.objects.exists()


def test_nothing_shows_whether_an_address_is_known(client, sign_up, follower, mailoutbox):
    follower("known@example.com")
    sign_up("waiting@example.com")
    answers = [answer(sign_up(a)) for a in ["known@example.com", "waiting@example.com", "new@example.com"]]
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][3] == {}
    subjects = [mail.subject for mail in mailoutbox[1:]]
    assert subjects[0].startswith("You already follow this")
    assert subjects[1] == subjects[2]
    assert subjects[2].startswith("Please confirm")


def test_the_request_does_the_same_work_for_every_address(client, sign_up, follower, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    follower("known@example.com")
    sign_up("warm@example.com")
    counts = []
    for address in ["known@example.com", "new@example.com"]:
        with CaptureQueriesContext(connection) as queries:
            sign_up(address)
        counts.append([query["sql"].split()[0] for query in queries.captured_queries])
    assert counts[0] == counts[1]
    assert SignUp.objects.count() == 3


def test_an_address_follows_a_thing_once_however_it_is_written(client, sign_up, mailoutbox):
    sign_up("ada@example.com")
    sign_up("ADA@EXAMPLE.COM")
    assert Subscription.objects.count() == 1
    first, second = (path_of(mail, "/confirm/") for mail in mailoutbox)
    assert first == second


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_link_scanners_change_nothing(client, sign_up, mailoutbox, method):
    sign_up("ada@example.com")
    before = list(Subscription.objects.values())
    for part in ["/confirm/", "/leave/"]:
        getattr(client, method)(path_of(mailoutbox[0], part))
    assert list(Subscription.objects.values()) == before


def test_a_used_link_answers_like_an_unknown_one(client, sign_up, mailoutbox):
    sign_up("ada@example.com")
    path = path_of(mailoutbox[0], "/confirm/")
    key = path.rstrip("/").rsplit("/", 1)[1]
    client.post(path)
    for method in [client.get, client.post]:
        used, unknown = method(path), method(reverse("alerts:confirm", args=["x" * 43]))
        assert answer(used) == answer(unknown)
        assert used.status_code == 410
    for method in [client.post, client.get, client.post]:
        # The first POST ends the subscription; from then on its key is like any other.
        used = method(reverse("alerts:leave", args=[key]))
        unknown = method(reverse("alerts:leave", args=["x" * 43]))
        assert used.status_code == 200
        assert used.content.replace(key.encode(), b"x" * 43) == unknown.content


def test_a_mail_programme_unsubscribes_by_itself(sign_up, mailoutbox, django_user_model):
    sign_up("ada@example.com")
    headers = mailoutbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    url = headers["List-Unsubscribe"].strip("<>")
    programme = Client(enforce_csrf_checks=True)
    response = programme.post(
        "/" + url.split("/", 3)[3],
        "List-Unsubscribe=One-Click",
        content_type="application/x-www-form-urlencoded",
    )
    assert response.status_code == 200
    assert not response.cookies
    assert not Subscription.objects.exists()


def test_the_form_works_without_cookies(form_url):
    response = Client(enforce_csrf_checks=True).post(form_url, {"address": "ada@example.com"})
    assert response.status_code == 302
    assert not response.cookies


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Enter your e-mail address"),
        ("ada@", "Enter an e-mail address in the correct format, like name@example.com"),
        ("ada\x00@example.com", "Enter an e-mail address in the correct format, like name@example.com"),
        ("ada@example.com\r\nBcc: b@example.com", "Enter an e-mail address in the correct format"),
        ('"><script>@example.com', "Enter an e-mail address in the correct format"),
        ("a" * 100_000 + "@example.com", "Enter an e-mail address of at most 254 characters"),
    ],
)
def test_bad_input_is_explained_next_to_the_field(client, sign_up, mailoutbox, typed, sentence):
    response = sign_up(typed)
    assert response.status_code == 400
    page = response.content.decode()
    assert page.count(sentence) == 2
    assert '<a href="#address">' in page
    assert 'aria-describedby="address-hint address-error"' in page
    assert "<title>Error: " in page
    assert "<script>@" not in page
    assert not mailoutbox
    assert not SignUp.objects.exists()


def test_keeps_what_was_typed(sign_up):
    assert 'value="ada@exam ple.com"' in sign_up("ada@exam ple.com").content.decode()


def test_programs_that_fill_in_every_box_are_told_the_same_and_sent_nothing(client, form_url, mailoutbox):
    person = client.post(form_url, {"address": "ada@example.com", "leave_empty": ""})
    program = client.post(form_url, {"address": "bob@example.com", "leave_empty": "buy this"})
    assert answer(person) == answer(program)
    assert [mail.to for mail in mailoutbox] == [["ada@example.com"]]


def test_a_mailbox_gets_at_most_three_answers_a_day(sign_up, mailoutbox, time_machine_at, now):
    for address in [
        "ada@example.com",
        "Ada+1@example.com",
        "a.da@example.com",
        "ADA@example.com",
        "ada+2@example.com",
    ]:
        assert sign_up(address).status_code == 302
    assert len(mailoutbox) == 3
    time_machine_at(now + timedelta(hours=25))
    sign_up("ada@example.com")
    assert len(mailoutbox) == 4


def test_a_machine_that_floods_is_stopped_for_an_hour(client, sign_up, mailoutbox, time_machine_at, now):
    for number in range(30):
        assert sign_up(f"a{number}@example.com").status_code == 302
    refused = sign_up("one.more@example.com")
    assert refused.status_code == 429
    assert b"Try again in an hour" in refused.content
    assert b'value="one.more@example.com"' in refused.content
    assert len(mailoutbox) == 30
    time_machine_at(now + timedelta(minutes=61))
    assert sign_up("one.more@example.com").status_code == 302


def test_invented_forwarding_headers_do_not_help_a_flood(sign_up, settings):
    settings.TRUSTED_PROXY_COUNT = 1
    for number in range(30):
        header = f"198.51.100.{number}, 203.0.113.9"
        sign_up(f"a{number}@example.com", **{"X-Forwarded-For": header})
    refused = sign_up("b@example.com", **{"X-Forwarded-For": "198.51.100.77, 203.0.113.9"})
    assert refused.status_code == 429
    other = sign_up("b@example.com", **{"X-Forwarded-For": "203.0.113.10"})
    assert other.status_code == 302


def test_what_is_not_public_cannot_be_followed(client, home, form_url, sign_up, mailoutbox):
    PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.LOGIN)
    private = client.get(form_url)
    absent = client.get(reverse("alerts:follow", args=["page", 999_999]))
    assert private.status_code == absent.status_code == 404
    assert private.content == absent.content
    assert sign_up("ada@example.com").status_code == 404
    for nonsense in ["-1", "x", "9" * 99, "٣", "a\x00b"]:
        assert client.get(reverse("alerts:follow", args=["page", nonsense])).status_code == 404
    assert client.get("/alerts/follow/nothing/1/").status_code == 404
    assert not mailoutbox


def test_pages_behind_links_of_a_mail_are_kept_from_caches_and_other_sites(client, sign_up, mailoutbox):
    sign_up("ada@example.com")
    for part in ["/confirm/", "/leave/"]:
        response = client.get(path_of(mailoutbox[0], part))
        assert response["Referrer-Policy"] == "no-referrer"
        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex"
        assert b'<meta name="robots" content="noindex">' in response.content


def test_does_not_name_what_has_become_private(client, home, sign_up, mailoutbox):
    sign_up("ada@example.com")
    Page.objects.filter(pk=home.pk).update(live=False, title="Secret merger")
    assert client.get(path_of(mailoutbox[0], "/confirm/")).status_code == 410
    leave = client.get(path_of(mailoutbox[0], "/leave/"))
    assert leave.status_code == 200
    assert b"Secret merger" not in leave.content


def test_an_address_that_nobody_confirms_is_erased_after_seven_days(
    client, sign_up, mailoutbox, time_machine_at, now
):
    sign_up("ada@example.com")
    time_machine_at(now + timedelta(days=6, hours=23))
    forget_unconfirmed_addresses(now + timedelta(days=6, hours=23))
    assert client.get(path_of(mailoutbox[0], "/confirm/")).status_code == 200
    time_machine_at(now + timedelta(days=7))
    # The link has run out at once, whenever the job comes round.
    assert client.post(path_of(mailoutbox[0], "/confirm/")).status_code == 410
    forget_unconfirmed_addresses(now + timedelta(days=7))
    assert not Subscription.objects.exists()
    assert not Letter.objects.exists()


def test_a_sign_up_whose_task_was_lost_is_answered_by_the_next_job(home, now, mailoutbox):
    SignUp.objects.create(kind="page", object_id=str(home.pk), address="ada@example.com", asked_at=now)
    deliver_waiting_letters(now)
    deliver_waiting_letters(now)
    assert [mail.to for mail in mailoutbox] == [["ada@example.com"]]
    assert not SignUp.objects.exists()
