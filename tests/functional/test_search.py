"""Finding something: with suggestions, by keyboard alone, narrowed, and without scripts."""

import pytest


def test_somebody_finds_a_programme_by_keyboard(page, site, assert_accessible):
    page.goto(f"{site}/search/")
    box = page.locator("#screen-search")
    box.press_sequentially("forensic")
    options = page.get_by_role("option")
    options.first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    assert_accessible(page)
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    assert options.first.get_attribute("aria-selected") == "true"
    chosen = options.first.inner_text()
    assert box.input_value() == chosen
    box.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.locator("ol .app-result a").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == chosen


def test_escape_gives_back_what_was_typed(page, site):
    page.goto(f"{site}/search/")
    box = page.locator("#screen-search")
    box.press_sequentially("oxl")
    page.get_by_role("option").first.wait_for()
    box.press("ArrowUp")
    box.press("Escape")
    assert box.input_value() == "oxl"
    assert box.get_attribute("aria-expanded") == "false"
    assert page.get_by_role("option").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_results_are_narrowed_and_accessible(page, site, assert_accessible, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/search/?q=oxleas")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="Programmes and collaboratives").click()
    assert "kind=programme" in page.url
    page.locator("summary", has_text="Organisation").click()
    assert_accessible(page)
    page.get_by_role("link", name="Remove Kind").click()
    assert "kind=" not in page.url


def test_an_editor_promotes_a_page_from_the_report(page, site, sign_in, assert_accessible):
    sign_in(page, "editor")
    page.goto(f"{site}/admin/reports/searches/")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Searches")
    assert_accessible(page)
    page.goto(f"{site}/admin/snippets/search/promotion/add/?words=parking")
    assert page.locator("[name=words]").input_value() == "parking"
    assert_accessible(page)
