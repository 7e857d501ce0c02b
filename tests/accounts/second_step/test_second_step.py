"""The second step: asked of every account, set up on two screens, and given up only by whoever knows the password."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone

from partnership.accounts.models import User
from tests.factories.signing_in import (
    PASSWORD,
    SECRET,
    code_now,
    give_second_step,
    has_second_step,
    type_password,
)

REMINDER, SET_UP, CODES = "/sign-in/remember/", "/account/second-step/set-up/", "/account/second-step/codes/"


def test_without_it_somebody_is_reminded_once_and_may_go_on(client, editor):
    assert type_password(client, editor).url.startswith(REMINDER)
    text = client.get(f"{REMINDER}?next=/admin/pages/").content.decode()
    assert "You have 14 days left" in text
    assert re.search(r'href="/admin/pages/"[^>]*>Not now', text) or 'href="/admin/pages/">Not now' in text
    assert client.get("/admin/").status_code == 200


def test_after_its_days_the_editors_side_waits_for_it_and_setting_it_up_does_not(client, editor, settings):
    type_password(client, editor)
    User.objects.update(second_step_wanted_since=timezone.now() - timedelta(days=14))
    assert client.get("/admin/pages/").url == f"{REMINDER}?next=%2Fadmin%2Fpages%2F"
    assert client.post("/admin/pages/").url.startswith(REMINDER)
    text = client.get(REMINDER).content.decode()
    assert "stays closed until it is set up" in text
    assert "Not now" not in text
    assert client.get(SET_UP).status_code == 200
    assert client.get("/").status_code == 200
    settings.SECOND_STEP_REQUIRED_AFTER_DAYS = -1
    assert client.get("/admin/").status_code == 200


def test_setting_it_up_shows_the_secret_twice_and_the_codes_once(client, editor):
    type_password(client, editor)
    screen = client.get(f"{SET_UP}?next=/admin/pages/")
    text = screen.content.decode()
    assert "<svg" in text
    assert "data:image" not in text
    assert not re.search(r"<svg[^>]*style=|<path[^>]*style=", text)
    assert "no-store" in screen.headers["Cache-Control"]
    secret = re.search(r"<code>([A-Z2-7 ]+)</code>", text)[1].replace(" ", "")
    wrong = client.post(SET_UP, {"code": "000000"})
    assert "This code is not right" in wrong.content.decode()
    assert client.post(SET_UP, {"code": code_now(secret)}).url == CODES
    shown = client.get(CODES).content.decode()
    codes = re.findall(r"<li><code>(\d{8})</code></li>", shown)
    assert len(codes) == 10
    assert 'href="/admin/pages/"' in shown
    file = client.post(f"{CODES}text/", {"codes": " ".join(codes)})
    assert "attachment" in file.headers["Content-Disposition"]
    assert all(code in file.content.decode() for code in codes)
    assert client.post(f"{CODES}text/", {"codes": "12345678"}).status_code == 400
    again = client.get(CODES).content.decode()
    assert not any(code in again for code in codes)
    editor.refresh_from_db()
    assert editor.second_step_wanted_since is None


def test_with_it_a_password_alone_opens_nothing(client, editor):
    codes = give_second_step(editor)
    assert type_password(client, editor).url == "/sign-in/second-step/"
    assert client.get("/admin/").status_code == 302
    assert client.get("/").wsgi_request.user.is_anonymous
    wrong = client.post("/sign-in/second-step/", {"code": "111111"})
    assert "This code is not right" in wrong.content.decode()
    assert client.post("/sign-in/second-step/", {"code": code_now()}).url == "/admin/"
    assert client.get("/admin/").status_code == 200
    client.logout()
    type_password(client, editor)
    assert client.post("/sign-in/second-step/", {"code": codes[0]}).url == "/admin/"
    client.logout()
    type_password(client, editor)
    used = client.post("/sign-in/second-step/", {"code": codes[0]})
    assert used.status_code == 200


def test_wagtails_own_way_in_asks_for_it_too(client, editor):
    """Stock Wagtail signs whoever has the password in at /admin/login/."""
    give_second_step(editor)
    typed = {"username": editor.username, "password": PASSWORD, "login": editor.username}
    assert client.post("/admin/login/", typed).url == "/sign-in/second-step/"
    assert client.get("/admin/").status_code == 302


def test_guessing_the_code_is_stopped(client, editor):
    give_second_step(editor)
    type_password(client, editor)
    for _ in range(5):
        client.post("/sign-in/second-step/", {"code": "111111"})
    stopped = client.post("/sign-in/second-step/", {"code": code_now()})
    assert "wrong too often" in stopped.content.decode()


@pytest.mark.parametrize(
    "address", ["/account/second-step/remove/", CODES, "/account/second-step/codes/new/"]
)
def test_what_weakens_an_account_asks_for_the_password_again(client, editor, address):
    give_second_step(editor)
    client.force_login(editor)
    asked = client.get(address, follow=True)
    assert "Type your password to go on" in asked.content.decode()
    typed = {"password": PASSWORD, "next": address}
    assert client.post("/account/password-again/", typed).url == address
    assert client.get(address).status_code == 200


def test_without_the_password_nothing_is_removed(client, editor):
    give_second_step(editor)
    client.force_login(editor)
    assert client.post("/account/second-step/remove/").url.startswith("/account/password-again/")
    assert has_second_step(editor)


def test_giving_it_up_gives_no_second_period_of_grace(client, editor):
    User.objects.update(date_joined=timezone.now() - timedelta(days=30))
    give_second_step(editor)
    type_password(client, editor)
    client.post("/sign-in/second-step/", {"code": code_now()})
    client.post("/account/second-step/remove/")
    assert not has_second_step(editor)
    assert client.get("/admin/").url.startswith(REMINDER)


def test_the_secret_is_not_readable_in_the_database(editor):
    codes = give_second_step(editor)
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert SECRET not in kept
    assert not any(code in kept for code in codes)


def test_the_demonstrations_users_are_only_reminded(client, editor):
    User.objects.update(
        email="editor@example.org", second_step_wanted_since=timezone.now() - timedelta(days=99)
    )
    assert type_password(client, editor).url.startswith(REMINDER)
    assert "Not now" in client.get(REMINDER).content.decode()
    assert client.get("/admin/").status_code == 200
