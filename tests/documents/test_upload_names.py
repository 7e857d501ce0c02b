"""Whatever a document's file is called, it is stored under a name that the disk takes, and its address answers."""

from io import BytesIO
from itertools import count
from urllib.parse import quote

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from documents.models import CustomDocument, Upload
from partnership.file_names import MAX_NAME_BYTES

NAMES = {
    "85 Chinese characters": "漢" * 85 + ".pdf",
    "emoji alone": "🌳🌷.pdf",
    "very long": "findings " * 60 + ".pdf",
    "turned writing": "findings\u202efdp.pdf",
    "a folder": "../../etc/findings.pdf",
    "a folder of Windows": "C:\\papers\\findings.pdf",
    "a NUL": "find\x00ings.pdf",
    "a device of Windows": "AUX.pdf",
    "a leading dot": ".pdf.pdf",
    "signs alone": "%%%&&&.pdf",
    "accents, taken apart": "jardi\u0301n.pdf",
    "a quotation mark, as browsers send it": "find%22%0Aings.pdf",
}

heights = count()


@pytest.fixture
def editor(admin_client, settings, tmp_path, home):
    """Somebody signed in who may upload documents; the disk is real."""
    settings.MEDIA_ROOT = tmp_path
    return admin_client


def pdf() -> bytes:
    """A whole, empty PDF, and each a different one."""
    written = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(200, 200 + next(heights)))
        document.save(written)
    return written.getvalue()


def upload(client, name: str) -> CustomDocument:
    """Over the upload desk, into the library."""
    client.post(reverse("upload_desk:receive"), {"files": SimpleUploadedFile(name, pdf())})
    (waiting,) = Upload.objects.filter(state=Upload.State.ON_DESK)
    fields = {"title": waiting.title, "language": "en-GB", "use": "on"}
    typed = {f"file-{waiting.pk}-{key}": value for key, value in fields.items()}
    client.post(reverse("upload_desk:desk"), {**typed, "do": "file", "to-destination": "library"})
    return Upload.objects.get(pk=waiting.pk).version.document


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_any_name_is_stored_and_served(editor, tmp_path, name):
    document = upload(editor, name)
    stored = tmp_path / document.file.name
    assert stored.is_file()
    assert tmp_path / "documents" in stored.parents
    assert len(stored.name.encode()) <= MAX_NAME_BYTES
    assert stored.suffix == ".pdf"
    assert stored.stem.lower() not in ("", "aux")
    assert not stored.name.startswith(".")

    response = editor.get(document.url)
    assert response.status_code == 200
    assert b"".join(response.streaming_content).startswith(b"%PDF")
    disposition = response["Content-Disposition"]
    assert quote(document.filename) in disposition
    assert disposition.isascii()
    assert disposition.count('"') in (0, 2)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("漢" * 85 + ".pdf", "漢" * 85),
        ("🌳🌷.pdf", "🌳🌷"),
        ("findings\u202efdp.pdf", "findingsfdp"),
        ("jardi\u0301n.pdf", "jardín"),
        ("x" * 300 + ".pdf", "x" * 251),
    ],
)
def test_the_title_keeps_what_people_read(editor, name, title):
    upload(editor, name)
    assert CustomDocument.objects.get().title == title


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_replacement_with_any_name_is_taken(editor, tmp_path, name):
    document = upload(editor, "findings.pdf")
    editor.post(
        reverse("wagtaildocs:edit", args=[document.pk]),
        {"title": "Findings", "file": SimpleUploadedFile(name, pdf()), "collection": 1, "language": "en-GB"},
    )
    document.refresh_from_db()
    assert document.title == "Findings"
    assert (tmp_path / document.file.name).is_file()
    assert editor.get(document.url).status_code == 200


def test_two_files_of_one_name_do_not_overwrite_each_other(editor, tmp_path):
    upload(editor, "漢" * 85 + ".pdf")
    upload(editor, "漢" * 85 + ".pdf")
    assert len({document.file.name for document in CustomDocument.objects.all()}) == 2
