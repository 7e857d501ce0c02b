"""Editors' searches answer whatever is typed."""

import pytest
from django.urls import reverse

from tests.factories.people import make_person

LISTS = [
    "wagtailadmin_pages:search",
    "wagtailadmin_explore_root",
    "areas_of_work:index",
    "publications:index",
    "meeting_listing:index",
    "wagtaildocs:index",
    "wagtailimages:index",
    "wagtailadmin_choose_page_search",
]


@pytest.mark.parametrize(
    "words", ['"', ' " "', "\x00", "nurs\x00ing", "a " * 400, "' OR 1=1 --", "( NEAR )", "*", "%"]
)
def test_editors_search_with_any_words(tree, client, words):
    client.force_login(make_person("publishers"))
    for name in LISTS:
        assert client.get(reverse(name), {"q": words}, follow=True).status_code == 200, name


def test_editors_find_pages_by_the_beginning_of_a_word(tree, client):
    client.force_login(make_person("publishers"))
    found = client.get(reverse("areas_of_work:index"), {"q": 'nurs"'}).content.decode()
    assert tree.programme.title in found
    assert tree.collaborative.title not in found
