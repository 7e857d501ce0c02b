"""How long somebody stays signed in, and where."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import SignIn
from tests.factories.people import make_person
from tests.factories.signing_in import PASSWORD

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def at(monkeypatch):
    """Moves the clock that sessions go by, so long after the test began."""
    began = timezone.now()

    def move(**after):
        moment = began + timedelta(**after)
        monkeypatch.setattr("partnership.accounts.sessions.middleware.timezone.now", lambda: moment)

    return move


def test_who_does_nothing_is_signed_out_told_why_and_led_back(client, editor, at):
    client.force_login(editor)
    at(minutes=29)
    assert client.get("/admin/").status_code == 200
    at(minutes=29 + 29)
    assert client.get("/admin/").status_code == 200
    at(minutes=29 + 29 + 31)
    answer = client.get("/admin/pages/")
    assert answer.url == "/sign-in/?next=/admin/pages/&ended=idle"
    text = client.get(answer.url).content.decode()
    assert "You were signed out because nothing was done for a while" in text
    assert 'name="next" value="/admin/pages/"' in text
    assert not SignIn.objects.exists()


def test_the_public_site_goes_on_for_who_was_signed_out(client, editor, at):
    client.force_login(editor)
    at(minutes=31)
    assert client.get("/").status_code == 200


def test_what_a_screen_asks_by_itself_keeps_nobody_signed_in(client, editor, at, home):
    client.force_login(editor)
    at(minutes=20)
    client.post(reverse("wagtailadmin_editing_sessions:release", args=[1]))
    at(minutes=31)
    assert client.get("/admin/").status_code == 302


def test_a_session_does_not_last_for_ever_whatever_is_done(client, editor, at):
    client.force_login(editor)
    for minutes in range(25, 12 * 60, 25):
        at(minutes=minutes)
        client.get("/admin/account/")
    at(minutes=12 * 60 + 1)
    assert client.get("/admin/pages/").url.endswith("ended=age")


def test_who_only_reads_has_longer(client, tree, at):
    client.force_login(make_person("committee_members", tree.committee))
    at(minutes=119)
    assert client.get("/account/signed-in/").status_code == 200
    at(minutes=119 + 121)
    assert client.get("/account/signed-in/").status_code == 302


def test_somebody_sees_where_they_are_signed_in_and_ends_it(client, editor):
    phone = Client(headers={"user-agent": FIREFOX})
    client.force_login(editor)
    phone.post("/sign-in/", {"login": "an.editor", "password": PASSWORD})
    text = client.get("/account/signed-in/").content.decode()
    assert "Firefox on Windows" in text
    assert "This one" in text
    other = SignIn.objects.exclude(session_key=client.session.session_key).get()
    client.post("/account/signed-in/", {"end": str(other.pk)})
    assert phone.get("/admin/").status_code == 302
    assert client.get("/admin/").status_code == 200


def test_nobody_ends_the_sessions_of_others(client, editor, django_user_model):
    stranger = Client()
    stranger.force_login(django_user_model.objects.create_user("stranger"))
    client.force_login(editor)
    theirs = SignIn.objects.get(user__username="stranger")
    client.post("/account/signed-in/", {"end": str(theirs.pk)})
    client.post("/account/signed-in/", {"end": "others"})
    assert stranger.get("/account/signed-in/").status_code == 200


def test_a_new_password_ends_all_others(client, editor):
    elsewhere = Client()
    elsewhere.force_login(editor)
    client.force_login(editor)
    new = "an entirely new one 42"
    typed = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.post("/account/password/", typed).status_code == 302
    assert elsewhere.get("/admin/").status_code == 302
    assert client.get("/admin/").status_code == 200
    listed = client.get("/account/signed-in/").context["sign_ins"]
    assert [sign_in.session_key for sign_in in listed] == [client.session.session_key]


def refuse_writes(execute, sql, params, many, context):
    """Stands before the database and lets nothing be written."""
    assert not sql.startswith(("UPDATE", "INSERT", "DELETE")), sql
    return execute(sql, params, many, context)


def test_using_the_site_writes_once_a_minute_at_most(client, editor):
    client.force_login(editor)
    client.get("/account/signed-in/")
    with connection.execute_wrapper(refuse_writes):
        assert client.get("/account/signed-in/").status_code == 200


def test_no_address_is_kept():
    assert {field.name for field in SignIn._meta.get_fields()} == {
        "id", "user", "session_key", "device", "began_at", "seen_at",
    }  # fmt: skip


def test_pages_differ_by_who_is_signed_in_and_caches_know(client, editor):
    assert "Cookie" in client.get("/").headers["Vary"]
    client.force_login(editor)
    assert "private" in client.get("/").headers["Cache-Control"]
