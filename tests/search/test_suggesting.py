"""Suggestions while somebody types, and spelling help: never a title that is not public."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction


def suggested(client, typed):
    """The titles that are suggested."""
    response = client.get("/search/suggestions/", {"q": typed})
    assert response.status_code == 200
    return response.json()["suggestions"]


def test_titles_are_suggested_by_the_beginnings_of_their_words(page, client):
    page("Eating disorders committee")
    page("Adult eating disorders")
    page("Seating")
    assert suggested(client, "eat") == ["Eating disorders committee", "Adult eating disorders"]
    assert suggested(client, "dis com") == ["Eating disorders committee"]
    assert suggested(client, "e") == []


def test_what_is_not_public_is_never_suggested(page, client):
    closed = page("Zebra private")
    page("Zebra draft", live=False)
    page("Zebra public")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    assert suggested(client, "zebra") == ["Zebra public"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=200))
def test_nothing_typed_is_an_error(page, client, typed):
    suggested(client, typed.encode("utf-8", "replace"))


def test_a_misspelt_word_is_met_with_the_word_of_a_title(page, client):
    page("Eating disorders")
    text = client.get("/search/?q=eating+disordres").content.decode()
    assert 'Did you mean <a href="?q=eating+disorders">eating disorders</a>?' in text


@pytest.mark.parametrize("hidden", ["private", "draft"])
def test_spelling_is_not_learnt_from_what_is_not_public(page, client, hidden):
    closed = page("Zebrastripes", live=hidden != "draft")
    if hidden == "private":
        PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    assert "Did you mean" not in client.get("/search/?q=zebrastripe5x").content.decode()
    assert "Zebrastripes" not in client.get("/search/?q=zebrastrpes").content.decode()
