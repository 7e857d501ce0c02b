"""A link to a document inside a text."""

import pytest

from partnership.home.models import StandardPage


@pytest.fixture
def about(home, document):
    """A page whose text links to a document, and by that makes it public."""
    page = home.add_child(instance=StandardPage(title="About", slug="about"))
    page.body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">the findings</a></p>')]
    page.save_revision().publish()
    return page


def test_it_leads_to_a_public_document(client, about, document):
    assert f'<a href="{document.url}">the findings</a>' in client.get("/about/").content.decode()


def test_it_is_words_alone_once_the_document_is_taken_down(client, about, document):
    type(document).objects.filter(pk=document.pk).update(taken_down_at="2026-01-01T12:00Z")
    text = client.get("/about/").content.decode()
    assert "the findings" in text
    assert document.url not in text


def test_a_preview_shows_the_link_of_a_document_to_be_published(about, document):
    about.unpublish()
    response = about.make_preview_request()
    response.render()
    assert document.url in response.content.decode()
