"""The log-in screen, for editors and for those who read private pages."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import NoReverseMatch, reverse
from wagtail.models import PageViewRestriction

from partnership.home.models import StandardPage

PASSWORD = "a long password 42"


@pytest.fixture
def private_page(home):
    """A page for those who are signed in."""
    page = home.add_child(instance=StandardPage(title="For members", slug="members"))
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    return page


def account(name="member", **more):
    return get_user_model().objects.create_user(name, f"{name}@example.org", PASSWORD, **more)


@pytest.mark.parametrize("address", ["/sign-in/", "/admin/login/"])
def test_password_managers_know_what_the_fields_are_for(client, home, address):
    text = client.get(address).content.decode()
    assert 'autocomplete="username"' in text
    assert 'autocomplete="current-password"' in text


def test_a_private_page_sends_its_reader_to_the_log_in_in_the_frame_and_back(client, private_page):
    account()
    sent = client.get("/members/")
    assert sent.url == "/sign-in/?next=/members/"
    text = client.get(sent.url).content.decode()
    assert "Get urgent help" in text
    assert 'name="next" value="/members/"' in text
    typed = {"login": "member", "password": PASSWORD, "next": "/members/"}
    asked = client.post("/sign-in/", typed).url
    assert asked == "/sign-in/remember/?next=%2Fmembers%2F"
    assert 'href="/members/">Not now' in client.get(asked).content.decode()
    assert client.get("/members/").status_code == 200


def test_the_editors_side_sends_to_the_same_log_in(client, home):
    assert client.get("/admin/pages/").url == "/sign-in/?next=/admin/pages/"


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"]
)
def test_it_sends_nobody_to_another_site(client, home, elsewhere):
    account("an.administrator", is_superuser=True)
    assert "elsewhere" not in client.get(f"/sign-in/?{urlencode({'next': elsewhere})}").content.decode()
    typed = {"login": "an.administrator", "password": PASSWORD, "next": elsewhere}
    assert client.post("/sign-in/", typed).url == "/sign-in/remember/?next=%2Fadmin%2F"
    asked = f"/sign-in/remember/?{urlencode({'next': elsewhere})}"
    assert "elsewhere" not in client.get(asked).content.decode()


@pytest.mark.parametrize("editor", [True, False])
def test_who_is_signed_in_and_not_let_in_is_told_so_and_not_sent_round(client, private_page, editor):
    PageViewRestriction.objects.update(restriction_type="groups")
    client.force_login(an_editor() if editor else account())
    answer = client.get("/members/", follow=True)
    assert len(answer.redirect_chain) == 1
    assert "not open to your account" in answer.content.decode()


def an_editor():
    """Somebody who may open the editors' side."""
    editor = account("an.editor")
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return editor


@pytest.mark.parametrize("address", ["/_util/login/", "/_util/authenticate_with_password/1/1/"])
def test_no_screen_of_wagtails_own_answers(client, home, address):
    for answer in (client.get(address), client.post(address)):
        assert answer.status_code == 404
        assert "Page not found" in answer.content.decode()


def test_a_page_with_a_shared_password_is_closed(client, private_page):
    PageViewRestriction.objects.update(restriction_type="password", password="known to many")
    answer = client.get("/members/")
    assert answer.status_code == 404
    assert 'type="password"' not in answer.content.decode()


def test_what_is_wrong_is_said_and_the_name_is_kept(client, home):
    text = client.post("/sign-in/", {"login": "somebody", "password": "wrong"}).content.decode()
    assert "There is a problem" in text
    assert 'value="somebody"' in text


def sign_in(client, person, **more):
    """Send the sign-in screen, and go on without a second step. Where it leads."""
    typed = {"login": person.username, "password": PASSWORD, **more}
    asked = client.post("/sign-in/", typed)
    assert asked.url.startswith("/sign-in/remember/")
    return parse_qs(urlsplit(asked.url).query)["next"][0]


def test_an_editor_lands_on_the_first_screen(client, home):
    an_editor()
    editor = get_user_model().objects.get()
    assert sign_in(client, editor) == "/admin/"
    client.logout()
    assert sign_in(client, editor, next="/admin/reports/") == "/admin/reports/"


def test_somebody_who_only_reads_is_not_led_to_the_editors_side(client, home):
    assert sign_in(client, account(), next="/admin/pages/") == reverse(settings.READERS_LAND_ON)
    answer = client.get("/admin/pages/", follow=True)
    assert "Your account has no part in editing this site" in answer.content.decode()


def test_the_e_mail_address_does_as_well_however_it_is_written(client, home):
    get_user_model().objects.create_user("sam", "Sam.Example@Trust.example", PASSWORD)
    typed = {"login": "sam.example@trust.example", "password": PASSWORD}
    assert client.post("/sign-in/", typed).status_code == 302


def test_a_closed_account_is_told_so_to_whoever_knows_its_password(client, home):
    account(is_active=False)
    wrong = client.post("/sign-in/", {"login": "member", "password": "wrong"})
    assert "do not go together" in wrong.content.decode()
    answer = client.post("/sign-in/", {"login": "member", "password": PASSWORD}, follow=True)
    assert "Your account is closed" in answer.content.decode()
    assert not answer.wsgi_request.user.is_authenticated


@pytest.mark.parametrize("login", ["member", "member@example.org", "nobody"])
def test_nobody_learns_who_has_an_account(client, home, login):
    account()
    text = client.post("/sign-in/", {"login": login, "password": "wrong"}).content.decode()
    assert "The user name and the password do not go together." in text


@pytest.mark.parametrize(
    "address", ["/accounts/signup/", "/sign-up/", "/account/email/", "/accounts/login/code/"]
)
def test_nobody_signs_up_or_keeps_addresses(client, home, address):
    assert client.get(address).status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
