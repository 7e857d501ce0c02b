"""The first thing anybody sees."""

import pytest


def test_the_home_page_opens_and_says_whose_it_is(page, site, assert_accessible):
    answer = page.goto(f"{site}/")
    assert answer.status == 200
    assert "South London" in page.title()
    assert page.get_by_role("heading", level=1).count() == 1
    assert_accessible(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_home_page_never_scrolls_sideways(page, site, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_log_in_works_under_the_strict_policy(page, site, sign_in):
    answer = page.goto(f"{site}/admin/login/")
    assert "unsafe-inline" not in answer.headers["content-security-policy"]
    sign_in(page, "administrator")
    assert page.get_by_role("heading", level=1).is_visible()


@pytest.mark.parametrize("width", [768, 1280])
def test_no_card_stands_alone_beside_a_gap(page, site, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/")
    lists = page.locator(".app-band .app-cards")
    assert lists.count() > 1
    for cards in lists.all():
        edge = cards.bounding_box()
        last = cards.locator("> li").last.bounding_box()
        assert last["x"] + last["width"] == pytest.approx(edge["x"] + edge["width"], abs=1)


def test_on_paper_stand_urgent_help_and_whom_to_ask(page, site):
    page.goto(f"{site}/")
    page.emulate_media(media="print")
    urgent = page.get_by_role("complementary", name="Urgent help")
    assert urgent.get_by_text("999", exact=True).is_visible()
    assert urgent.get_by_text("111", exact=True).is_visible()
    assert page.locator("address", has_text="@").is_visible()
    assert not page.get_by_role("navigation", name="This website").is_visible()
