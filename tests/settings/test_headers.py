"""What every answer tells the browser that it may do."""

import pytest
from django.contrib.auth import get_user_model


def policy(response):
    """The Content-Security-Policy of an answer, by directive."""
    header = response.headers["Content-Security-Policy"]
    return {name: values for name, *values in (part.split() for part in header.split(";"))}


@pytest.fixture
def administrator(db):
    return get_user_model().objects.create_superuser("a.person", "a.person@example.org", "a long password 42")


@pytest.mark.parametrize("path", ["/", "/no-such-page/", "/search/?q=care", "/robots.txt", "/sign-in/"])
def test_the_public_site_and_the_log_in_are_strict(client, home, path):
    found = policy(client.get(path))
    assert found["default-src"] == ["'self'"]
    assert "script-src" not in found
    assert "style-src" not in found
    assert found["object-src"] == ["'none'"]
    assert found["base-uri"] == found["form-action"] == found["frame-ancestors"] == ["'self'"]


def test_only_the_two_video_players_may_stand_in_a_frame(client, home):
    assert policy(client.get("/"))["frame-src"] == [
        "'self'",
        "https://www.youtube-nocookie.com",
        "https://player.vimeo.com",
    ]


def test_the_admin_is_looser_for_who_is_signed_in_and_nobody_else(client, home, administrator):
    assert "script-src" not in policy(client.get("/admin/"))
    client.force_login(administrator)
    assert policy(client.get("/admin/"))["script-src"] == ["'self'", "'unsafe-inline'"]
    assert "script-src" not in policy(client.get("/"))
    assert "script-src" not in policy(client.get("/administrators-only/"))


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/done/"])
def test_screens_for_passwords_are_strict_whoever_looks(client, home, administrator, path):
    client.force_login(administrator)
    assert "script-src" not in policy(client.get(path))


def test_other_headers_of_security(client, home):
    headers = client.get("/").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert (
        'fullscreen=(self "https://www.youtube-nocookie.com" "https://player.vimeo.com")'
        in (headers["Permissions-Policy"])
    )
