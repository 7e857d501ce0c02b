"""The log-in screen, for editors and for those who read private pages."""

from urllib.parse import urlencode

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
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
    typed = {"username": "member", "password": PASSWORD, "next": "/members/"}
    assert client.post("/sign-in/", typed).url == "/members/"
    assert client.get("/members/").status_code == 200


def test_the_editors_side_sends_to_the_same_log_in(client, home):
    assert client.get("/admin/pages/").url == "/sign-in/?next=/admin/pages/"


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"]
)
def test_it_sends_nobody_to_another_site(client, home, elsewhere):
    account("an.administrator", is_superuser=True)
    assert "elsewhere" not in client.get(f"/sign-in/?{urlencode({'next': elsewhere})}").content.decode()
    typed = {"username": "an.administrator", "password": PASSWORD, "next": elsewhere}
    assert client.post("/sign-in/", typed).url == "/admin/"


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
    text = client.post("/sign-in/", {"username": "somebody", "password": "wrong"}).content.decode()
    assert "There is a problem" in text
    assert 'value="somebody"' in text
