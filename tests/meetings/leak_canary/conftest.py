"""The plant, put in once for the tests of a file; what a test changes is undone after it."""

from copy import deepcopy

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.factories.site_tree import make_home, make_site_tree

from .planting import plant


@pytest.fixture(scope="module")
def _planted_once(django_db_setup, django_db_blocker):
    cache.clear()
    with django_db_blocker.unblock(), transaction.atomic():
        yield plant(make_site_tree(make_home()))
        transaction.set_rollback(True)


@pytest.fixture
def planted(_planted_once, django_db_blocker, settings):
    """The plant, in a published and in an unpublished item."""
    settings.SECOND_STEP_REQUIRED_AFTER_DAYS = 14
    with django_db_blocker.unblock(), transaction.atomic():
        yield deepcopy(_planted_once)
        transaction.set_rollback(True)
