"""A real browser, on a real server, in front of the demonstration site.

A journey asks for `site` (where the site is) and `page` (a new browser window). It fails when the window asked
anything of another host, or wrote an error to its console.
"""

import os
import shutil
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from partnership.accounts.models import User
from tests.conftest import DEMONSTRATION_PASSWORD

from .window import Window

# Playwright's own loop runs in this thread, which Django takes for an asynchronous caller.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if "page" in item.fixturenames:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    """The browser, started once."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        missing = "Chromium is not installed, so the journeys in a browser were not walked."
        if os.environ.get("CI") == "true":
            pytest.fail(missing, pytrace=False)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(django_db_setup, django_db_blocker):
    """The application server, with the look as `make run` builds it."""
    call_command("build_look", verbosity=0)
    with django_db_blocker.unblock():
        server = LiveServer("127.0.0.1")
    yield server
    server.stop()


@pytest.fixture
def site(server, demonstration_site):
    """The address of the demonstration site, as its loading left it; what a journey changes is undone after it."""
    return server.url


@pytest.fixture
def window(chromium):
    """A new browser window with no history and no cookies, and what it did that it should not."""
    window = Window(chromium)
    yield window
    window.close()
    assert window.foreign_requests == [], "the page asked other hosts"
    assert window.console_errors == []


@pytest.fixture
def page(window):
    """The page in a new browser window (Playwright's Page)."""
    return window.page


@pytest.fixture
def assert_accessible():
    """A check that axe finds nothing wrong with the page as it now stands, by WCAG 2.2 AA and good practice."""

    def check(page):
        # What is in order is not brought over from the browser, which takes longer than to find it.
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        assert found.violations_count == 0, f"{urlsplit(page.url).path}\n{found.generate_report()}"

    return check


@pytest.fixture
def sign_in(site):
    """A function that signs a demonstration user in to the admin, through its log-in screen."""

    def sign_in(page, username):
        page.goto(f"{site}/admin/login/")
        page.locator("#id_login").fill(username)
        page.locator("#id_password").fill(DEMONSTRATION_PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        # The demonstration's users are reminded of their second step, and go on without.
        page.get_by_role("button", name="Not now").click()
        page.wait_for_url(f"{site}/admin/")

    return sign_in


@pytest.fixture
def already_signed_in(site, page):
    """A function that gives the window a demonstration user's session, for journeys that are not about signing in."""

    def already_signed_in(username):
        client = Client()
        client.force_login(User.objects.get(username=username))
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site}])

    return already_signed_in
