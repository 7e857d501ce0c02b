"""Choosing a new password, on screens in the site's own frame."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

RESET = "/admin/password_reset/"
NEW = "an entirely new one 42"


@pytest.fixture
def editor(home):
    """Somebody who may open the editors' side."""
    editor = get_user_model().objects.create_user("an.editor", "an.editor@example.org", "a long password 42")
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return editor


def link_in(mail):
    """The address in a letter, without the host."""
    return re.search(r"/admin/password_reset/confirm/\S+", mail.body).group()


def framed(answer) -> str:
    """The text of an answer, which offers urgent help and stands in the strict policy."""
    text = answer.content.decode()
    assert "Get urgent help" in text
    assert "'unsafe-inline'" not in answer.headers["Content-Security-Policy"]
    return text


def test_a_new_password_is_chosen_by_a_link_sent_by_e_mail(client, editor, mailoutbox):
    assert 'autocomplete="email"' in framed(client.get(RESET))
    sent = client.post(RESET, {"email": editor.email}, follow=True)
    assert "Check your e-mail" in framed(sent)
    asked = client.get(link_in(mailoutbox[0]), follow=True)
    assert framed(asked).count('autocomplete="new-password"') == 2
    form = asked.redirect_chain[-1][0]
    changed = client.post(form, {"new_password1": NEW, "new_password2": NEW}, follow=True)
    assert "Your password is changed" in framed(changed)
    editor.refresh_from_db()
    assert editor.check_password(NEW)


def test_what_is_wrong_stands_beside_the_field_and_what_was_typed_is_kept(client, editor, mailoutbox):
    text = framed(client.post(RESET, {"email": "no address"}))
    assert "There is a problem" in text
    assert 'value="no address"' in text
    client.post(RESET, {"email": editor.email})
    form = client.get(link_in(mailoutbox[0])).url
    text = framed(client.post(form, {"new_password1": NEW, "new_password2": "another"}))
    assert 'id="id_new_password2-error"' in text
    assert NEW not in text


def test_nobody_learns_whether_an_address_has_an_account(client, home, mailoutbox):
    sent = client.post(RESET, {"email": "nobody@example.org"}, follow=True)
    assert "Check your e-mail" in framed(sent)
    assert mailoutbox == []


def test_a_link_that_was_used_leads_to_a_new_one(client, home):
    text = framed(client.get("/admin/password_reset/confirm/MQ/set-password/"))
    assert "This link no longer works" in text
    assert f'href="{RESET}"' in text
