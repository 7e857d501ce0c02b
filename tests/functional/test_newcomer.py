"""Somebody new to the partnership finds out what it does."""

import pytest

from .window import Window


def test_reads_the_home_page_and_follows_a_collaborative_to_its_partners(page, site):
    page.goto(f"{site}/")
    assert page.get_by_role("heading", name="Our successes").is_visible()
    page.get_by_role("main").get_by_role("link", name="CAMHS (Tier 4) Provider Collaborative").first.click()
    assert "CAMHS" in page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("main").get_by_role("link", name="Oxleas NHS Foundation Trust").first.click()
    page.wait_for_url("**/about/partners/*/")
    assert page.get_by_role("heading", level=1).inner_text() == "Oxleas NHS Foundation Trust"


def test_narrows_our_work_to_what_has_ended(page, site):
    page.goto(f"{site}/our-work/")
    page.get_by_label("Status").select_option("decommissioned")
    page.get_by_role("button", name="Apply filters").click()
    assert "status=decommissioned" in page.url
    main = page.get_by_role("main")
    assert main.get_by_role("link", name="Serenity Integrated Mentoring").first.is_visible()
    assert main.get_by_role("link", name="Complex Care Programme").count() == 0


def test_downloads_the_findings_of_one_trust(page, site):
    page.goto(f"{site}/publications/")
    page.get_by_role("link", name="Review of SIM in south London mental health trusts").first.click()
    link = page.get_by_role("main").get_by_role("link", name="Oxleas").first
    assert "PDF" in link.inner_text()
    answer = page.request.get(site + link.get_attribute("href"))
    assert answer.status == 200
    assert answer.body().startswith(b"%PDF-")


def test_sees_what_was_promised_and_has_not_come(page, site):
    page.goto(f"{site}/publications/")
    page.get_by_role("link", name="National response").first.click()
    main = page.get_by_role("main").inner_text()
    assert "Awaited" in main
    assert "NHS England" in main


def test_reads_about_the_meeting_that_was_held(page, site):
    page.goto(f"{site}/meetings/")
    page.get_by_role("link", name="27 September 2023").first.click()
    main = page.get_by_role("main").inner_text()
    for fact in ("Wednesday 27 September 2023", "9am", "9.45am", "Common Part A"):
        assert fact in main


def test_searches_from_any_page_and_opens_the_right_one(page, site):
    page.goto(f"{site}/contact/")
    box = page.get_by_label("Search this site")
    box.fill("Kooth")
    box.press("Enter")
    page.get_by_role("main").get_by_role("link", name="Children and Young People").first.click()
    assert "Kooth" in page.get_by_role("main").inner_text()


@pytest.fixture
def plain_window(chromium):
    """A window of a browser that runs no scripts."""
    window = Window(chromium, java_script_enabled=False)
    yield window
    window.close()
    assert window.foreign_requests == []


def test_everything_works_without_scripts(plain_window, site):
    page = plain_window.page
    page.goto(f"{site}/our-work/?kind=collaborative")
    assert page.get_by_role("main").get_by_role("link", name="Adult Eating Disorders").first.is_visible()
    page.get_by_role("searchbox").first.fill("eating disorders")
    page.get_by_role("searchbox").first.press("Enter")
    assert page.get_by_role("main").get_by_role("link", name="Adult Eating Disorders").first.is_visible()
    page.locator("summary", has_text="urgent help").first.click()
    assert page.get_by_text("999").first.is_visible()


def test_goes_by_keyboard_alone_from_the_home_page_to_a_meeting(page, site):
    page.goto(f"{site}/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to main content"
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "({text: document.activeElement.textContent.trim(), href: document.activeElement.href || '',"
            " outline: getComputedStyle(document.activeElement).outlineStyle,"
            " shadow: getComputedStyle(document.activeElement).boxShadow})"
        )
        assert (focused["outline"], focused["shadow"]) != ("none", "none"), f"no focus to be seen: {focused}"
        if "/meetings/partnership-committees/" in focused["href"]:
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/meetings/partnership-committees/**")


def test_in_forced_colours_and_in_print_the_figures_are_text(page, site):
    page.emulate_media(forced_colors="active")
    page.goto(f"{site}/")
    assert page.get_by_text("81 million").first.is_visible()
    page.emulate_media(media="print", forced_colors="none")
    assert page.get_by_text("81 million").first.is_visible()
    assert not page.get_by_label("Search this site").is_visible()
