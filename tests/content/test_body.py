"""A page's body: anchors, outline and “on this page”."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template

from partnership.home.models import StandardPage


def drawn(*blocks):
    """The body as a reader gets it."""
    stream = StandardPage(body=list(blocks)).body
    html = Template("{% load body_tags %}{% body stream %}").render(Context({"stream": stream}))
    return BeautifulSoup(html, "html.parser")


def section(text, level="2"):
    return ("heading", {"text": text, "level": level})


def test_three_sections_are_listed_and_every_link_leads_to_its_own():
    page = drawn(section("How we work"), section("Who decides"), section("How we work"))
    links = page.select("nav a")
    assert [link.text for link in links] == ["How we work", "Who decides", "How we work"]
    targets = [link["href"].removeprefix("#") for link in links]
    assert targets == ["how-we-work", "who-decides", "how-we-work-2"]
    assert [page.find(id=target).name for target in targets] == ["h2", "h2", "h2"]


def test_two_sections_and_their_parts_are_not_listed():
    page = drawn(section("One"), section("A", "3"), section("B", "3"), section("Two"))
    assert page.nav is None
    assert page.find(id="a").name == "h3"


@pytest.mark.parametrize("words", ["Urgent help", "On this page", "Maincontent"])
def test_an_anchor_of_the_frame_is_not_taken_again(words):
    page = drawn(section(words))
    assert page.h2["id"].endswith("-2")


@pytest.mark.parametrize("words", ["中文", "🙂", "—"])
def test_words_that_make_no_anchor_still_get_one(words):
    assert drawn(section(words)).h2["id"] == "section"


def test_the_outline_has_no_holes():
    page = drawn(
        ("warning", {"heading": "Important", "text": "<p>x</p>"}),
        section("A part before any section", "3"),
        ("contact", {"name": "Office", "text": "", "phone": "", "email": "", "hours": ""}),
    )
    assert [heading.name for heading in page.find_all(["h2", "h3", "h4"])] == ["h2", "h2", "h3"]


def test_headings_inside_blocks_stand_below_their_section():
    page = drawn(section("Rules"), ("do_dont", {"kind": "do", "items": ["<p>ask</p>"]}))
    assert page.find("h3").text == "Do"


def test_an_empty_body_is_nothing():
    assert drawn().text.strip() == ""
