"""Something awaited."""

import pytest

from tests.factories.pages import PublicationPageFactory


@pytest.fixture
def awaited(home):
    """A response that was promised, published as awaited with no date yet."""
    page = PublicationPageFactory(awaited=True, title="National response")
    page.save_revision().publish()
    return page
