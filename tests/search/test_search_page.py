"""The search page, from a reader's side."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnership.home.models import StandardPage


def grow(parent, title, **fields):
    return parent.add_child(instance=StandardPage(title=title, **fields))


def searched(client, query):
    """The answer to a search."""
    response = client.get("/search/", query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


@pytest.fixture
def about(home):
    return grow(home, "About us")


def test_a_result_says_where_it_is_and_what_it_holds(client, about, read):
    grow(about, "Coproduction", summary="With those who use services.")
    read()
    result = searched(client, {"q": "coproduction"}).select_one("ol > li")
    assert result.a["href"] == "/about-us/coproduction/"
    assert "About us" in result.text
    assert "With those who use services." in result.text


def test_it_keeps_what_was_typed(client, home):
    box = searched(client, {"q": 'adult "secure" <b>'}).find("input")
    assert box["value"] == 'adult "secure" <b>'


def test_the_best_result_comes_first(client, home, read):
    grow(home, "Other", summary="Says once, among many other words about this and that, forensic.")
    grow(home, "Forensic")
    read()
    links = searched(client, {"q": "forensic"}).select("ol h3 a")
    assert [link.text for link in links] == ["Forensic", "Other"]


def test_nothing_found_offers_ways_on(client, home, read):
    grow(home, "Careers", show_in_menus=True)
    main = searched(client, {"q": "zebra"})
    assert "Nothing found for “zebra”" in main.text
    assert main.find("a", href="/careers/")


@pytest.mark.parametrize("typed", ["", '"', " \t", "\x00", "🙂", "word " * 400])
def test_no_input_breaks_it(client, home, typed):
    assert searched(client, {"q": typed}).h1.text == "Search"


def test_long_lists_are_paginated_with_the_words_kept(client, home, read):
    for number in range(25):
        grow(home, f"Ward {number}")
    read()
    main = searched(client, {"q": "ward", "page": "2"})
    assert len(main.select("ol > li h3")) == 10
    assert main.ol["start"] == "11"
    assert main.select_one("nav a[rel=next]")["href"] == "?q=ward&page=3"
    assert main.select_one("nav a[aria-current=page]").text.strip() == "2"


def test_a_page_of_results_costs_the_same_however_many_there_are(client, home, read):
    def cost():
        read()
        with CaptureQueriesContext(connection) as queries:
            searched(client, {"q": "ward"})
        return len(queries)

    for number in range(2):
        grow(home, f"Ward {number}")
    cost()
    few = cost()
    for number in range(2, 9):
        grow(home, f"Ward {number}")
    assert cost() == few
