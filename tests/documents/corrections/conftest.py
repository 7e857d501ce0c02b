"""A published review."""

import pytest

from documents.models import PublicationPage


@pytest.fixture
def live(publication):
    """The review, published."""
    publication.save_revision().publish()
    return PublicationPage.objects.get(pk=publication.pk)


@pytest.fixture
def change():
    """A function that changes what a review says, with a note, and publishes it."""

    def change(page, words="What we found in May: 12.", note="The figure for May was 12, not 21."):
        page.body = [("paragraph", f"<p>{words}</p>")]
        page.change_note = note
        page.save_revision().publish()
        return PublicationPage.objects.get(pk=page.pk)

    return change
