"""An editor changes the site, and a publisher puts it live."""

from wagtail.models import Page


def test_writes_a_page_previews_it_submits_it_and_a_publisher_publishes_it(page, site, sign_in):
    about = Page.objects.get(url_path__endswith="/about/")
    sign_in(page, "editor")
    page.goto(f"{site}/admin/pages/add/home/standardpage/{about.pk}/")
    page.locator("#id_title").fill("How we spend public money")
    page.locator("#id_summary").fill("Where the partnership's money goes.")
    page.get_by_role("button", name="Save draft").first.click()
    page.wait_for_url("**/edit/**")
    assert page.request.get(f"{site}/about/how-we-spend-public-money/").status == 404

    number = page.url.split("/pages/")[1].split("/")[0]
    preview = page.context.new_page()
    preview.goto(f"{site}/admin/pages/{number}/view_draft/")
    assert preview.get_by_role("heading", level=1).inner_text() == "How we spend public money"
    preview.close()

    submit(page)
    page.context.clear_cookies()
    sign_in(page, "publisher")
    page.goto(f"{site}/admin/pages/{number}/edit/")
    approve(page)
    visitor = page.context.browser.new_context().new_page()
    assert visitor.goto(f"{site}/about/how-we-spend-public-money/").status == 200
    assert visitor.get_by_text("Where the partnership's money goes.").is_visible()
    visitor.context.close()


def submit(page):
    """Send the page being edited to the publishers."""
    page.get_by_role("button", name="More actions").first.click()
    page.get_by_role("button", name="Submit to").first.click()
    page.wait_for_load_state()


def approve(page):
    """Approve the page being edited, which publishes it."""
    page.get_by_role("button", name="More actions").first.click()
    page.get_by_role("button", name="Approve and publish").first.click()
    page.wait_for_load_state()


def test_an_incomplete_draft_is_saved_and_not_published(page, site, sign_in):
    publications = Page.objects.get(url_path__endswith="/publications/")
    sign_in(page, "publisher")
    page.goto(f"{site}/admin/pages/add/documents/publicationpage/{publications.pk}/")
    page.locator("#id_title").fill("Annual plan")
    page.get_by_role("button", name="Save draft").first.click()
    page.wait_for_url("**/edit/**")
    page.get_by_role("button", name="More actions").first.click()
    page.get_by_role("button", name="Publish").first.click()
    page.wait_for_load_state()
    assert page.get_by_text("Say which organisation publishes it, or owes it.").first.is_visible()
    assert page.locator("#id_title").input_value() == "Annual plan"
    assert page.request.get(f"{site}/publications/annual-plan/").status == 404
