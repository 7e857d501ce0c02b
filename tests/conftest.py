"""What every test can ask for."""

from collections import Counter

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import setup_databases, teardown_databases
from django.utils import timezone

from partnership.home.loading import load_demonstration
from tests.factories.site_tree import make_home, make_site_tree

from . import migrated
from .snapshots import Snapshot

# What the demonstration's users sign in with.
DEMONSTRATION_PASSWORD = "a-password-for-journeys"


def pytest_terminal_summary(terminalreporter):
    """Say why tests were skipped, each reason once."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in skipped)
    for reason, count in reasons.items():
        terminalreporter.write_line(f"{count} skipped: {reason}")


@pytest.fixture(autouse=True)
def _clean_cache():
    # Wagtail keeps the sites' root paths in the cache; they belong to one test's database only.
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_modify_db_settings, django_db_blocker):
    """The test database. In place of pytest-django's, which makes none where only our own fixtures ask for it.

    What tests commit would then reach the database of whoever runs them.
    """
    with django_db_blocker.unblock():
        brought = migrated.bring(connection.settings_dict["TEST"]["NAME"])
        made = setup_databases(verbosity=0, interactive=False, keepdb=brought)
        if not brought:
            migrated.keep()
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def new_database(django_db_setup, django_db_blocker):
    """The test database as the migrations leave it."""
    with django_db_blocker.unblock():
        snapshot = Snapshot("new")
    yield snapshot
    with django_db_blocker.unblock():
        snapshot.drop()


@pytest.fixture
def committed_db(new_database, django_db_blocker):
    """A database where what a test writes is really committed, for tests of several connections or processes."""
    with django_db_blocker.unblock():
        new_database.restore()
        yield
        new_database.restore()


@pytest.fixture(scope="session")
def demonstration(new_database, django_db_blocker):
    """The database of the demonstration site, built once."""
    with django_db_blocker.unblock():
        load_demonstration(timezone.now(), DEMONSTRATION_PASSWORD)
        snapshot = Snapshot("demonstration")
        new_database.restore()
    yield snapshot
    with django_db_blocker.unblock():
        snapshot.drop()


@pytest.fixture
def demonstration_site(demonstration, new_database, django_db_blocker):
    """The demonstration site as its loading left it; what a test changes is undone after it."""
    with django_db_blocker.unblock():
        demonstration.restore()
        yield
        new_database.restore()


@pytest.fixture
def home(db):
    """The site's home page, in place of the page that Wagtail's own migrations make."""
    return make_home()


@pytest.fixture
def tree(home):
    """A small site with a page of every type."""
    return make_site_tree(home)
