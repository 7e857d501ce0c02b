"""What the tests of the search share."""

import pytest

from partnership.content.visibility import Audience
from partnership.home.models import StandardPage
from partnership.search.indexing import catch_up


@pytest.fixture
def read():
    """Reads what changed into the index, as the background does after each transaction."""

    def read_changes():
        while catch_up(Audience()):
            pass

    return read_changes


@pytest.fixture
def page(home, read):
    """Makes a page of any type, below the home page or another, that can be searched for at once."""

    def make(title, parent=home, model=StandardPage, **facts):
        made = parent.add_child(instance=model(title=title, **facts))
        read()
        return made

    return make
