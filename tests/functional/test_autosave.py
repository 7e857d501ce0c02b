"""A draft that saves itself at the moment its page is published."""

from django.urls import reverse
from wagtail.models import Page

from documents.models import PublicationPage
from programmes.models import Organisation
from tests.documents.inspection.files import clean_pdf

from .publishing import add_file

NOT_YET = {"success": False, "error_code": "validation_error", "error_message": "Not yet."}


def test_a_page_published_while_its_draft_saves_itself_has_each_file_once(page, site, already_signed_in):
    draft = PublicationPage(
        title="An invented review",
        kind="review",
        organisation=Organisation.objects.get(slug="south-london-partnership"),
        live=False,
    )
    Page.objects.get(url_path__endswith="/publications/").add_child(instance=draft)
    draft.save_revision()
    held = []

    def hold(route):
        # With its file it is saved on the server, and the browser is not told yet.
        if route.request.headers["accept"] != "application/json":
            route.continue_()
        elif b'name="files-0-document"\r\n\r\n\r\n' in route.request.post_data_buffer:
            route.fulfill(json=NOT_YET)
        elif b'name="files-0-document"' in route.request.post_data_buffer:
            held.append((route, route.fetch()))
        else:
            route.fulfill(json=NOT_YET)

    already_signed_in("publisher")
    address = site + reverse("wagtailadmin_pages:edit", args=[draft.pk])
    page.route(address, hold)
    page.goto(address)
    add_file(page, "Findings in full", clean_pdf(2))
    while not held:
        page.wait_for_timeout(100)
    page.get_by_role("button", name="More actions").first.click()
    page.get_by_role("button", name="Publish").first.click()
    route, answer = held.pop()
    route.fulfill(response=answer)
    page.get_by_text("has been published.").wait_for()

    published = PublicationPage.objects.get(pk=draft.pk)
    assert published.files.count() == 1
    assert not published.has_unpublished_changes
