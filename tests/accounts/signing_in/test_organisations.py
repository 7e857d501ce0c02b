"""Signing in with an organisation's own account, against a provider that really answers."""

import pytest
from allauth.socialaccount.models import SocialAccount
from environs import Env

from partnership.accounts.models import User
from partnership.settings.accounts import organisation_sign_in
from tests.accounts.signing_in.provider import Provider
from tests.factories.signing_in import PASSWORD, code_now, give_second_step

START = "/sign-in/with/organisation/"


@pytest.fixture
def provider(settings, monkeypatch):
    """The provider, named by the environment as docs/deployment.md says."""
    provider = Provider()
    for name, value in {"SERVER_URL": provider.url, "CLIENT_ID": "site", "CLIENT_SECRET": "s"}.items():
        monkeypatch.setenv(f"OIDC_{name}", value)
    settings.SOCIALACCOUNT_PROVIDERS = organisation_sign_in(Env())
    yield provider
    provider.stop()


def come_by(client, provider, **claims):
    """Sign in at the provider, which says this of whoever came; the site's answer."""
    provider.claims = {
        "sub": "subject-1",
        "email": "an.editor@trust.example",
        "email_verified": True,
    } | claims
    return client.get(provider.way_back(client.post(START).url), follow=True)


def is_signed_in(answer) -> bool:
    return answer.wsgi_request.user.is_authenticated


def test_it_is_off_where_no_settings_name_one(client, home, monkeypatch):
    assert organisation_sign_in(Env()) == {}
    assert client.post(START).status_code == 404
    assert "/sign-in/with/" not in client.get("/sign-in/").content.decode()


def test_somebody_with_an_account_is_let_in_and_known_by_their_subject(client, editor, provider):
    assert f'action="{START}"' in client.get("/sign-in/").content.decode()
    assert is_signed_in(come_by(client, provider))
    client.post("/sign-out/")
    kept = SocialAccount.objects.get()
    assert (kept.user, kept.uid, kept.extra_data) == (editor, "subject-1", {})
    assert is_signed_in(come_by(client, provider, email="married.name@trust.example"))
    editor.refresh_from_db()
    assert editor.check_password(PASSWORD)


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "somebody.else@trust.example"},
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "false"},
        {"email": ""},
    ],
)
def test_nobody_is_let_in_or_given_an_account_by_an_address_that_proves_nothing(
    client, editor, provider, claims
):
    answer = come_by(client, provider, **claims)
    assert not is_signed_in(answer)
    assert "You have no account here" in answer.content.decode()
    assert User.objects.count() == 1


def test_a_directory_whose_addresses_are_given_out_can_be_trusted(
    client, editor, provider, monkeypatch, settings
):
    monkeypatch.setenv("OIDC_ADDRESSES_ARE_VERIFIED", "on")
    settings.SOCIALACCOUNT_PROVIDERS = organisation_sign_in(Env())
    assert is_signed_in(come_by(client, provider, email_verified=None))


def test_a_closed_account_stays_closed(client, editor, provider):
    User.objects.update(is_active=False)
    answer = come_by(client, provider)
    assert not is_signed_in(answer)
    assert "Your account is closed" in answer.content.decode()


def test_the_second_step_is_asked_for_all_the_same(client, editor, provider):
    give_second_step(editor)
    assert not is_signed_in(come_by(client, provider))
    client.post("/sign-in/second-step/", {"code": code_now()})
    assert client.get("/admin/").status_code == 200


def test_a_provider_that_is_down_or_a_forged_way_back_is_no_error_of_ours(client, editor, provider):
    forged = client.get(f"{START}back/?code=c&state=forged")
    assert forged.status_code == 401
    assert "You could not be signed in" in forged.content.decode()
    provider.stop()
    answer = client.post(START)
    assert answer.status_code == 502
    assert "You could not be signed in" in answer.content.decode()
