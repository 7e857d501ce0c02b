"""A document officer brings in five files and hands them on; a publisher publishes them."""

import pytest
from wagtail.models import Page

from documents.models import AcceptedWarning, CustomDocument, PublicationPage
from programmes.models import Organisation
from tests.documents.inspection import files

from .test_editor import approve

TITLE = "Review of a demonstration service"


@pytest.fixture
def five(tmp_path):
    """Two files that are refused, one that is mended, one that is warned of, one without a fault."""
    contents = {
        "clean.pdf": files.clean_pdf(pages=3),
        "named.pdf": files.clean_pdf(pages=2, author="Jo Doe"),
        "numbers.pdf": files.clean_pdf(words="Call 07700 900123."),
        "posing.pdf": b"%PDF-1.4<html><script>alert(1)</script></html>",
        "macros.docx": files.docx(parts={"word/vbaProject.bin": "x"}),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return [tmp_path / name for name in contents]


def test_five_files_of_which_two_are_refused_and_one_is_mended(page, site, sign_in, five, assert_accessible):
    sign_in(page, "document-officer")
    page.get_by_role("link", name="Upload documents").first.click()
    page.wait_for_url("**/upload-desk/")
    page.locator("#desk-files").set_input_files(five)
    page.get_by_role("button", name="Upload", exact=True).click()
    page.get_by_role("status").filter(has_text="On your desk: 3. Not taken: 2.").wait_for(timeout=60_000)

    refused = page.get_by_role("article").filter(has_text="Not taken")
    assert refused.count() == 2
    assert refused.filter(has_text="its content is a web page").count() == 1
    assert refused.filter(has_text="macros").count() >= 1
    assert_accessible(page)

    def desk(name):
        return page.get_by_role("article", name=name)

    # The demonstration left a file here, with a warning that nobody accepted; it stays.
    desk("notes-of-a-listening-event.pdf").get_by_role("checkbox").uncheck()
    desk("named.pdf").get_by_text("Put right for you").click()
    assert desk("named.pdf").get_by_text("The names of people and software were taken out").is_visible()
    assert desk("clean.pdf").get_by_label("Title").input_value() == "Findings"
    desk("clean.pdf").get_by_label("Title").fill("Findings in full")
    desk("named.pdf").get_by_label("Title").fill("Findings in brief")
    desk("numbers.pdf").get_by_label("Title").fill("Whom to call")
    desk("numbers.pdf").get_by_label("Accept it because").select_option("It is meant to be public")
    desk("numbers.pdf").get_by_label("In your words").fill("The team’s own number.")

    page.get_by_label("To a new publication").check()
    page.locator("#id_to-title").fill(TITLE)
    page.get_by_label("Organisation that publishes it").select_option(
        str(Organisation.objects.get(slug="south-london-partnership").pk)
    )
    page.get_by_role("button", name="Submit for publication").click(timeout=60_000)
    page.get_by_text("submitted for publication").wait_for(timeout=60_000)

    draft = PublicationPage.objects.get(title=TITLE)
    assert not draft.live
    accepted = AcceptedWarning.objects.get()
    assert (accepted.accepted_by.username, accepted.reason) == ("document-officer", "public")
    address = CustomDocument.objects.get(title="Findings in brief").url
    visitor = page.context.browser.new_context()
    assert visitor.request.get(f"{site}{address}").status == 404

    page.context.clear_cookies()
    sign_in(page, "publisher")
    page.goto(f"{site}/admin/pages/{draft.pk}/edit/")
    approve(page)
    assert Page.objects.get(pk=draft.pk).live
    served = visitor.request.get(f"{site}{address}")
    assert served.status == 200
    assert b"Jo Doe" not in served.body()
    visitor.close()
