"""Uploads, one after another, leak neither memory nor files; `make loop` does 500."""

import gc
import os
import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from documents.models import CustomDocument, Upload
from tests.documents.inspection import files
from tests.factories.people import make_person

UPLOADS = int(os.environ.get("UPLOADS", "12"))
# The first ones fill caches and load modules.
WARM_UP = max(4, UPLOADS // 10)
MEGABYTE = 1024 * 1024


def open_files() -> list[str]:
    """What this process holds open that is a file, as the kernel names it."""
    found = []
    for entry in Path("/proc/self/fd").iterdir():
        try:
            found.append(str(entry.readlink()))
        except FileNotFoundError:
            continue  # the listing's own
    return sorted(name for name in found if name.startswith("/"))


def memory() -> int:
    """Bytes of this process that are in memory."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.fixture
def scratch(settings, tmp_path, monkeypatch):
    """A folder of this test's own for temporary files, and small uploads go there too."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    settings.FILE_UPLOAD_TEMP_DIR = str(folder)
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0
    settings.MEDIA_ROOT = tmp_path / "media"
    return folder


def one_upload(client, number: int, kind: int):
    """A file that is taken, warned of or refused, in turn; what is taken goes into the library."""
    text = files.clean_pdf(words=f"Findings {number}." if kind else f"Findings {number}. Call 07700 900123.")
    content = text if kind < 2 else b"%PDF-1.4<html><script>" + str(number).encode()
    client.post(reverse("upload_desk:receive"), {"files": SimpleUploadedFile("a.pdf", content)})
    for upload in Upload.objects.filter(state=Upload.State.ON_DESK):
        fields = {"title": f"Findings {number}", "language": "en-GB", "use": "on"}
        typed = {f"file-{upload.pk}-{key}": value for key, value in fields.items()}
        client.post(reverse("upload_desk:desk"), {**typed, "do": "file", "to-destination": "library"})


def test_nothing_is_left_behind(client, tree, scratch, settings):
    client.force_login(make_person("document_officers"))
    before = CustomDocument.objects.count()
    for number in range(WARM_UP):
        one_upload(client, number, number % 3)
    held, in_memory = open_files(), memory()
    for number in range(WARM_UP, UPLOADS):
        one_upload(client, number, number % 3)
    taken = sum(1 for number in range(UPLOADS) if number % 3 < 2)
    assert CustomDocument.objects.count() - before == taken
    assert open_files() == held
    assert list(scratch.rglob("*")) == []
    kept = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    folders = {path.parent for path in kept} | {path.parent.parent for path in kept}
    named = {upload.file.path for upload in Upload.objects.all()}
    named |= {version.file.path for upload in Upload.objects.all() for version in [upload.version]}
    assert {str(path) for path in kept if "documents" in path.parts or "originals" in path.parts} == named
    assert all(any(folder.iterdir()) for folder in folders)
    # Python gives memory back when it pleases; a file of every upload kept would be far more.
    assert memory() - in_memory < 20 * MEGABYTE + 0.02 * MEGABYTE * UPLOADS
