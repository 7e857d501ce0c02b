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
