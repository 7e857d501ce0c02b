"""What holds for every page, seen in a browser."""

import re

import pytest

from .every_page import ERRORS, SCREENS, every_public_address, one_address_of_each_type, page_types

NARROW = {"width": 320, "height": 640}


@pytest.fixture
def page(window, site):
    """A window in which those screens answer with an error that are meant to."""
    for address, status in ERRORS.items():
        window.expects(status, site + address)
    return window.page


@pytest.fixture
def addresses(site):
    """A page of every type, and every screen outside the page tree."""
    return [*one_address_of_each_type().values(), *SCREENS]


def test_the_demonstration_shows_every_page_type(site):
    assert set(one_address_of_each_type()) == {model.__name__ for model in page_types()}


def test_axe_finds_nothing_on_any_page_type(page, site, addresses, assert_accessible):
    for address in addresses:
        page.goto(site + address)
        assert_accessible(page)


def test_no_page_scrolls_sideways_on_a_small_phone(page, site, addresses):
    page.set_viewport_size(NARROW)
    too_wide = []
    for address in addresses:
        page.goto(site + address)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > NARROW["width"]:
            too_wide.append((address, width))
    assert too_wide == []


def test_every_public_page_answers_and_every_link_on_it_leads_somewhere(site, client):
    """Walks the site with the test client: a link that leads to an error is found before a reader finds it."""
    seen, broken = set(), []
    for address in every_public_address():
        response = client.get(address)
        assert response.status_code == 200, address
        for href in re.findall(r'href="(/[^"#]*)', response.content.decode()):
            link = href.replace("&amp;", "&")
            if link in seen or link.startswith("/static/"):
                continue
            seen.add(link)
            answer = where_it_leads(client, link)
            # 302: on to another site, such as where a meeting is joined.
            if answer.status_code not in (200, 302):
                broken.append((address, link, answer.status_code))
    assert broken == []


def where_it_leads(client, link):
    """The answer at the end of a link, followed as far as it stays on this site."""
    answer = client.get(link)
    while answer.status_code in (301, 302) and answer.url.startswith("/"):
        answer = client.get(answer.url)
    return answer


def test_every_page_has_one_first_heading_and_a_title_of_its_own(site, client):
    titles = {}
    for address in every_public_address():
        text = client.get(address).content.decode()
        assert text.count("<h1") == 1, address
        title = text.split("<title>")[1].split("</title>")[0].strip()
        titles.setdefault(title, []).append(address)
    assert {title: pages for title, pages in titles.items() if len(pages) > 1} == {}


def test_urgent_help_is_on_every_page_and_screen(page, site, addresses):
    for address in addresses:
        page.goto(site + address)
        help_now = page.locator("details", has_text="urgent help").first
        help_now.locator("summary").click()
        assert help_now.get_by_text("999").first.is_visible(), address
        assert help_now.get_by_text("111").first.is_visible(), address
