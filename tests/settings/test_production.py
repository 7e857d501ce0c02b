"""Production starts when it knows what it must, and says in one line what it lacks."""

import pytest
from django.conf import settings

from .processes import manage

KEY = "a-key-that-nobody-could-guess-0123456789-abcdefghijklmnop"
SHOW = (
    "from django.conf import settings as s;"
    "print(s.SECRET_KEY, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS)"
)


def production(*command, **environment):
    return manage(*command, settings_module="production", **environment)


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({}, "SECRET_KEY (or SECRET_KEY_FILE) and ALLOWED_HOSTS must be set"),
        ({"ALLOWED_HOSTS": "www.example.nhs.uk"}, "SECRET_KEY (or SECRET_KEY_FILE) must be set"),
        ({"SECRET_KEY": KEY}, "ALLOWED_HOSTS must be set"),
        ({"SECRET_KEY": KEY, "ALLOWED_HOSTS": " , "}, "ALLOWED_HOSTS must be set"),
        ({"SECRET_KEY": "short", "ALLOWED_HOSTS": "www.example.nhs.uk"}, "at least 50 characters"),
        ({"SECRET_KEY": KEY, "ALLOWED_HOSTS": "*"}, "must name the site's hosts"),
        (
            {"SECRET_KEY_FILE": "/no/such/file", "ALLOWED_HOSTS": "www.example.nhs.uk"},
            "must be a readable file",
        ),
        (
            {"SECRET_KEY": KEY, "ALLOWED_HOSTS": "www.example.nhs.uk", "PLAIN_HTTP": "on"},
            "PLAIN_HTTP is for this machine alone",
        ),
        (
            {"SECRET_KEY": KEY, "ALLOWED_HOSTS": "www.example.nhs.uk", "EMAIL_URL": "mail.example"},
            "EMAIL_URL must look like",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_said_in_one_line(environment, message):
    run = production("check", **environment)
    assert run.returncode != 0
    assert message in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1, run.stderr


def test_the_deployment_check_is_clean():
    run = production(
        "check", "--deploy", "--fail-level", "WARNING", SECRET_KEY=KEY, ALLOWED_HOSTS="www.example.nhs.uk"
    )
    assert run.returncode == 0, run.stderr


def test_a_secret_may_come_from_a_file_whose_last_line_break_is_no_part_of_it(tmp_path):
    path = tmp_path / "key"
    path.write_text(f"{KEY}\n")
    run = production(
        "shell", "-v0", "-c", SHOW, SECRET_KEY_FILE=str(path), ALLOWED_HOSTS="www.example.nhs.uk"
    )
    assert run.stdout.split() == [KEY, "True", "True", "True", "31536000"], run.stderr


def test_plain_http_is_possible_for_this_machine_alone():
    run = production("shell", "-v0", "-c", SHOW, SECRET_KEY=KEY, ALLOWED_HOSTS="127.0.0.1", PLAIN_HTTP="on")
    assert run.stdout.split() == [KEY, "False", "False", "False", "0"], run.stderr


def test_every_variable_is_explained():
    explained = (settings.PROJECT_DIR / "docs" / "deployment.md").read_text()
    for name in (
        "SECRET_KEY",
        "ALLOWED_HOSTS",
        "DATABASE_URL",
        "EMAIL_URL",
        "PLAIN_HTTP",
        "VAR_DIR",
        "ADMIN_BASE_URL",
    ):
        assert f"`{name}`" in explained
