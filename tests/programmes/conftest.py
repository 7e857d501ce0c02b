"""A site to look at."""

import pytest

from tests.factories.sections import full_site


@pytest.fixture
def site(home):
    """Every page type, with something to show."""
    return full_site(home)
