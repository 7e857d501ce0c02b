"""The list of publications is narrowed by its address."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from documents.models import CustomDocument, PublicationFile, PublicationPage
from programmes.models import Organisation


@pytest.fixture
def shelf(publication):
    """Three publications that differ in all that can be filtered by."""
    other = Organisation.objects.create(name="Another trust", slug="another-trust", kind="nhs_trust")
    publication.published_on = date(2023, 5, 1)
    publication.save_revision().publish()
    index = publication.get_parent()
    easy = CustomDocument.objects.create(title="Easy", file=ContentFile(b"x", name="easy.txt"))
    report = PublicationPage(
        title="Annual report", kind="report", organisation=other, published_on=date(2025, 1, 1), summary="x"
    )
    report.files = [PublicationFile(document=easy, format="easy_read")]
    index.add_child(instance=report)
    index.add_child(
        instance=PublicationPage(title="Draft plan", kind="plan", organisation=other, live=False, summary="x")
    )
    return index


def titles(client, index, query):
    text = client.get(f"{index.url}{query}").content.decode().split('id="s-results"')[1]
    return {title for title in ("Review of SIM", "Annual report", "Draft plan") if title in text}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"Review of SIM", "Annual report"}),
        ("?kind=review", {"Review of SIM"}),
        ("?organisation=another-trust", {"Annual report"}),
        ("?year=2025", {"Annual report"}),
        ("?format=easy_read", {"Annual report"}),
        ("?kind=review&year=2025", set()),
    ],
)
def test_each_filter_narrows_the_list(client, shelf, query, expected):
    assert titles(client, shelf, query) == expected


@pytest.mark.parametrize(
    "query", ["?kind=plan%00", "?year=1066", "?organisation=none", "?programme=x", "?format=scroll"]
)
def test_an_unknown_value_is_said_beside_the_field(client, shelf, query):
    response = client.get(f"{shelf.url}{query}")
    assert response.status_code == 400
    assert "Choose one of these" in response.content.decode()


def test_only_what_the_list_holds_is_offered(client, shelf):
    text = client.get(shelf.url).content.decode()
    assert '<option value="2023">' in text
    assert '<option value="2024">' not in text
