"""What editors and publishers do to a publication in the admin, step by step."""

from playwright.sync_api import expect
from wagtail.models import Page

CHOOSER = "document-chooser-upload"


def edit(page, site, address):
    """Open a page of the site in the editor."""
    number = Page.objects.get(url_path__endswith=address).pk
    page.goto(f"{site}/admin/pages/{number}/edit/")


def add_file(page, title, content):
    """Upload a file from the editor of a publication and add it."""
    page.get_by_role("tab", name="Files").click()
    page.get_by_role("button", name="Add file").click()
    row = page.locator("#inline_child_files-0")
    row.get_by_role("button", name="Choose a document").click()
    page.get_by_role("tab", name="Upload").click()
    page.locator(f"#id_{CHOOSER}-file").set_input_files(
        {"name": "file.pdf", "mimeType": "application/pdf", "buffer": content}
    )
    # The editors' side makes a title of the file's name; typing at that moment would be added to it.
    title_field = page.locator(f"#id_{CHOOSER}-title")
    expect(title_field).not_to_have_value("")
    title_field.fill(title)
    page.get_by_role("button", name="Upload", exact=True).click()
    row.get_by_text(title).wait_for()


def press(page, name):
    """Press one of the buttons by which a page is saved, submitted or published, and wait for what comes of it."""
    page.get_by_role("button", name="More actions").first.click()
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()


def choose(page, field, title):
    """Fill a field that has a chooser, by looking for what is chosen by its name."""
    page.locator(f"#id_{field}-chooser").get_by_role("button", name="Choose").click()
    find(page, title)


def find(page, title):
    """Choose in an open chooser, by name."""
    chooser = page.get_by_role("dialog")
    chooser.get_by_label("Search term").fill(title)
    chooser.get_by_role("link", name=title, exact=True).click()
