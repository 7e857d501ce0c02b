"""Every door of the admin refuses what the inspection refuses, and nothing of it stays on the disk."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.urls import reverse
from wagtail.models import Collection

from documents.forms import DocumentForm
from documents.models import CustomDocument

from . import files

POSING = b"%PDF-1.4<html><script>alert(1)</script></html>"


@pytest.fixture
def editor(admin_client, settings, tmp_path, home):
    """Somebody signed in who may upload documents; the disk is real."""
    settings.MEDIA_ROOT = tmp_path
    return admin_client


def fields(content: bytes, name="review.pdf", **more) -> dict:
    file = SimpleUploadedFile(name, content)
    return {"title": "Review", "file": file, "collection": 1, "language": "en-GB", **more}


def stored(folder) -> list:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_add_refuses_with_the_reason_next_to_the_field(editor, tmp_path):
    response = editor.post(reverse("wagtaildocs:add"), fields(POSING))
    assert response.status_code == 200
    (error,) = response.context["form"].errors["file"]
    assert "its content is a web page" in error
    assert "its content is a web page" in response.content.decode()
    assert not CustomDocument.objects.exists()
    assert stored(tmp_path) == []


def test_the_chooser_refuses(editor, tmp_path):
    prefix = "document-chooser-upload"
    response = editor.post(
        reverse("wagtaildocs_chooser:create"),
        {f"{prefix}-{key}": value for key, value in fields(POSING).items()},
    )
    assert response.status_code == 200
    assert "its content is a web page" in response.json()["htmlFragment"]
    assert not CustomDocument.objects.exists()
    assert stored(tmp_path) == []


def test_a_replacement_is_refused_and_the_old_file_stays(editor, clean_pdf):
    editor.post(reverse("wagtaildocs:add"), fields(clean_pdf))
    document = CustomDocument.objects.get()
    response = editor.post(reverse("wagtaildocs:edit", args=[document.pk]), fields(POSING))
    assert "its content is a web page" in response.content.decode()
    assert CustomDocument.objects.get().file.name == document.file.name
    assert document.versions.count() == 1
    assert b"".join(editor.get(document.url).streaming_content).startswith(b"%PDF")


def test_a_good_file_is_taken_and_its_pages_are_counted(editor):
    editor.post(reverse("wagtaildocs:add"), fields(files.clean_pdf(pages=3)))
    document = CustomDocument.objects.get()
    assert document.pages == 3
    editor.post(
        reverse("wagtaildocs:edit", args=[document.pk]),
        fields(files.clean_pdf(pages=2), pages=document.pages),
    )
    document.refresh_from_db()
    assert (document.pages, document.versions.count()) == (2, 2)


def test_pages_that_somebody_gave_stay(editor):
    editor.post(reverse("wagtaildocs:add"), fields(files.clean_pdf(pages=3), pages=7))
    assert CustomDocument.objects.get().pages == 7


def test_the_language_comes_from_the_file_where_nobody_says(editor):
    content = files.clean_pdf(pages=2).replace(b"/Lang(en-GB)", b"/Lang(cy)   ")
    editor.post(reverse("wagtaildocs:add"), fields(content, language=""))
    document = CustomDocument.objects.get()
    assert (document.pages, document.language) == (2, "cy")


def test_other_words_can_be_changed_without_a_new_look(editor, clean_pdf, settings):
    editor.post(reverse("wagtaildocs:add"), fields(clean_pdf))
    document = CustomDocument.objects.get()
    settings.CLAMAV_SOCKET = "/nowhere/clamd"
    data = {"title": "New title", "collection": 1, "language": "en-GB"}
    editor.post(reverse("wagtaildocs:edit", args=[document.pk]), data)
    assert CustomDocument.objects.get().title == "New title"


def test_a_scanner_that_does_not_answer_holds_the_file(editor, clean_pdf, settings):
    settings.CLAMAV_SOCKET = "/nowhere/clamd"
    response = editor.post(reverse("wagtaildocs:add"), fields(clean_pdf))
    assert "could not be scanned for viruses" in response.content.decode()
    assert not CustomDocument.objects.exists()


def form(upload, user) -> DocumentForm:
    from wagtail.documents.forms import get_document_form

    data = {"title": "Review", "collection": Collection.get_first_root_node().pk, "language": "en-GB"}
    return get_document_form(CustomDocument)(data, {"file": upload}, user=user)


def test_warnings_wait_on_the_form(admin_user, home):
    content = files.clean_pdf(words="Call 07700 900123.")
    filled = form(SimpleUploadedFile("review.pdf", content), admin_user)
    assert filled.is_valid()
    assert [finding.code for finding in filled.inspection_report.warnings] == ["mobile-number"]
    assert filled.instance.arriving.file.read() == content


def test_a_large_upload_is_looked_at_where_it_lies(admin_user, home):
    upload = TemporaryUploadedFile("review.pdf", "application/pdf", 10, None)
    upload.write(POSING)
    upload.flush()
    upload.size = len(POSING)
    filled = form(upload, admin_user)
    assert not filled.is_valid()
    assert "file" in filled.errors
