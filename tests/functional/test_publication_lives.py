"""Publications are written, published, replaced, corrected, withdrawn and taken down, and readers see it at once."""

import shutil
import socket

import pytest
from aiosmtpd.controller import Controller
from django.urls import reverse
from wagtail.models import Page

from documents.models import CustomDocument, PublicationPage
from tests.documents.inspection.files import clean_pdf

from .mailbox import Mailbox
from .publishing import add_file, choose, edit, find, press

RESPONSE = "/publications/national-response-to-sim/"
REVIEW = "/publications/review-of-sim/"


@pytest.fixture
def mails(settings, site):
    """What arrived at a mail server on this machine, with Django pointed at it."""
    mailbox = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5
    settings.PUBLIC_BASE_URL = site
    yield mailbox.mails
    controller.stop()


@pytest.fixture
def reader(page):
    """Somebody from the public, in a window of their own."""
    context = page.context.browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def kept_files(settings, site, tmp_path):
    """Puts back afterwards what a journey takes off the disk: going back to a database brings no file back."""
    kept = tmp_path / "files"
    shutil.copytree(settings.MEDIA_ROOT, kept)
    yield
    shutil.copytree(kept, settings.MEDIA_ROOT, dirs_exist_ok=True)


def test_an_editor_writes_a_review_with_a_file_and_a_publisher_publishes_it(
    page, site, already_signed_in, reader
):
    publications = Page.objects.get(url_path__endswith="/publications/")
    already_signed_in("editor")
    page.goto(f"{site}/admin/pages/add/documents/publicationpage/{publications.pk}/")
    page.locator("#id_title").fill("Review of an invented service")
    page.locator("#id_summary").fill("What we found.")
    page.locator("#id_kind").select_option("review")
    choose(page, "organisation", "South London Mental Health and Community Partnership")
    add_file(page, "Findings in full", clean_pdf(2))
    press(page, "Submit to")
    draft = PublicationPage.objects.get(title="Review of an invented service")
    document = CustomDocument.objects.get(title="Findings in full")
    assert not draft.live
    assert reader.request.get(f"{site}{document.url}").status == 404

    page.context.clear_cookies()
    already_signed_in("publisher")
    page.goto(f"{site}/admin/pages/{draft.pk}/edit/")
    press(page, "Approve and publish")
    reader.goto(f"{site}/publications/{draft.slug}/")
    assert reader.get_by_role("link", name="Findings in full (PDF, ").is_visible()
    assert reader.request.get(f"{site}{document.url}").status == 200


def test_a_response_comes_and_is_replaced_corrected_and_withdrawn(
    page, site, already_signed_in, mails, reader, assert_accessible, tmp_path
):
    # A reader asks to be told.
    reader.goto(f"{site}/publications/")
    reader.get_by_role("link", name="All that is awaited").click()
    reader.get_by_role("link", name="National response").click()
    reader.get_by_role("link", name="Tell me when it comes").click()
    reader.get_by_role("textbox", name="E-mail").fill("ada@example.com")
    reader.get_by_role("main").get_by_role("button").first.click()
    asking = mails.pop().get_body(["plain"]).get_content()
    (link,) = [line for line in asking.splitlines() if "/confirm/" in line]
    reader.goto(link)
    reader.get_by_role("main").get_by_role("button").first.click()

    # It comes.
    already_signed_in("publisher")
    edit(page, site, RESPONSE)
    add_file(page, "The national response", clean_pdf(2))
    press(page, "Publish")
    (news,) = mails
    assert news["To"] == "ada@example.com"
    assert news["Subject"] == "Published: National response to concerns around the SIM model"
    reader.goto(f"{site}{RESPONSE}")
    assert reader.get_by_text("This has not been published yet.").count() == 0
    assert_accessible(reader)
    document = CustomDocument.objects.get(title="The national response")
    address = f"{site}{document.url}"
    saved = tmp_path / "response.pdf"
    saved.write_bytes(reader.request.get(address).body())

    # Replaced: its address gives the new file, and the reader's copy is known to be older.
    page.goto(f"{site}{reverse('wagtaildocs:edit', args=[document.pk])}")
    assert_accessible(page)
    page.locator("#id_file").set_input_files(
        {"name": "corrected.pdf", "mimeType": "application/pdf", "buffer": clean_pdf(3)}
    )
    page.locator("#id_change_note").fill("The answer to question 3 was missing.")
    with page.expect_navigation():
        page.get_by_role("button", name="Save", exact=True).click()
    assert reader.request.get(address).body() != saved.read_bytes()
    reader.goto(f"{site}/files/verify/")
    reader.get_by_label("Choose the file").set_input_files(saved)
    reader.get_by_role("heading", name="This is our file, and there is a newer version").wait_for()
    assert mails[-1]["Subject"].startswith("New version of a file:")

    # Corrected: not without a word to the public, and what was typed stays.
    edit(page, site, RESPONSE)
    page.locator("#id_summary").fill("NHS England's answer, put right.")
    press(page, "Publish")
    assert page.locator("#id_summary").input_value() == "NHS England's answer, put right."
    page.locator("#id_change_note").fill("The summary named the wrong body.")
    press(page, "Publish")
    reader.goto(f"{site}{RESPONSE}")
    assert reader.get_by_text("The summary named the wrong body.").is_visible()
    reader.get_by_role("link", name="as it was before").first.click()
    assert reader.get_by_text("NHS England's answer, put right.").count() == 0

    # Withdrawn: the page says why, and its file that it is gone.
    edit(page, site, RESPONSE)
    page.locator("#id_state").select_option("withdrawn")
    page.get_by_role("tab", name="Awaited or ended").click()
    page.locator("#id_withdrawn_reason").fill("It named a service that has moved.")
    page.locator("#id_withdrawn_on").fill("01/05/2026")
    # Its calendar lies over the buttons until somebody turns to something else.
    page.get_by_role("heading", name="If it is withdrawn").click()
    press(page, "Publish")
    reader.goto(f"{site}{RESPONSE}")
    assert reader.get_by_text("It named a service that has moved.").is_visible()
    assert reader.request.get(address).status == 410
    assert mails[-1]["Subject"].startswith("Withdrawn:")


def test_a_file_is_taken_down_and_stops_answering_at_once(page, site, already_signed_in, reader, kept_files):
    document = PublicationPage.objects.get(url_path__endswith=REVIEW).files.first().document
    addresses = [document.url, document.version_url(document.versions.get())]
    assert [reader.request.get(site + address).status for address in addresses] == [200, 200]

    already_signed_in("governance-officer")
    page.goto(site + reverse("takedowns:add"))
    page.get_by_role("button", name="Choose a document").click()
    find(page, document.title)
    page.locator("#id_public_reason").fill("It contained personal information.")
    page.get_by_role("button", name="Take it down now").click()
    page.get_by_text("Every version is out of reach.").wait_for()

    assert [reader.request.get(site + address).status for address in addresses] == [410, 410]
    reader.goto(site + REVIEW)
    assert reader.get_by_text("It contained personal information.").is_visible()
