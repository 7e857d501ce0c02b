"""A register, and a meeting to which it belongs."""

import pytest

from meetings.models import DecisionsRegisterPage


@pytest.fixture
def register(tree):
    """The register of a small site, live."""
    return tree.meetings.add_child(
        instance=DecisionsRegisterPage(title="Decisions and actions", slug="decisions-and-actions")
    )
