"""A disk without room: a clear sentence, nothing half, nothing lost."""

import errno
import subprocess
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.urls import reverse

from documents.models import CustomDocument, Upload
from tests.documents.inspection import files
from tests.factories.people import make_person

NO_ROOM = "There is no room left on the server’s disk"


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT


@pytest.fixture
def officer(client, tree, media):
    """A document officer, signed in."""
    client.force_login(make_person("document_officers"))
    client.raise_request_exception = False
    return client


@pytest.fixture
def full(monkeypatch):
    """Fills the disk: of the files whose place contains some words, only the first bytes can be written."""

    def fill(words=""):
        write = FileSystemStorage._save

        def write_some(self, name, content):
            if words not in name:
                return write(self, name, content)
            write(self, name, SimpleUploadedFile("part", b"the first bytes"))
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(FileSystemStorage, "_save", write_some)

    yield fill
    monkeypatch.undo()


@pytest.fixture
def small_disk(media):
    """A disk of half a megabyte in the place of the site's own; skips where the machine lets nobody mount one."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(media)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("Only the machine's administrator may mount a disk.")
    yield media
    subprocess.run(["umount", str(media)], check=True)


def fill_up(disk: Path, leave: int) -> Path:
    """A file that fills a disk but for some bytes."""
    ballast = disk / "ballast"
    ballast.write_bytes(b"x" * (512 * 1024 - leave))
    return ballast


def stored(folder) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def words(response) -> str:
    return response.content.decode()


def bring(client, content=None):
    file = SimpleUploadedFile("one.pdf", content or files.clean_pdf())
    return client.post(reverse("upload_desk:receive"), {"files": file})


def hand_on(client):
    upload = Upload.objects.get(state="on_desk")
    fields = {"title": "Kept title", "language": "en-GB", "use": "on"}
    typed = {f"file-{upload.pk}-{key}": value for key, value in fields.items()}
    return client.post(reverse("upload_desk:desk"), {**typed, "do": "file", "to-destination": "library"})


def test_bringing_a_file_in_says_so_and_leaves_nothing(officer, media, full):
    full()
    response = bring(officer)
    assert response.status_code == 200
    assert NO_ROOM in words(response)
    assert stored(media) == []
    assert not Upload.objects.exists()


def test_handing_on_says_so_and_the_file_stays_on_the_desk(officer, media, full):
    bring(officer)
    before = stored(media)
    full("documents/")
    response = hand_on(officer)
    assert NO_ROOM in words(response)
    assert "Kept title" in words(response)
    assert stored(media) == before
    assert Upload.objects.get().state == "on_desk"
    assert not CustomDocument.objects.filter(title="Kept title").exists()


@pytest.mark.parametrize("which", ["documents/", "originals/"])
def test_a_replacement_on_the_document_screen_leaves_the_old_file(officer, media, full, which):
    bring(officer)
    hand_on(officer)
    document = CustomDocument.objects.get(title="Kept title")
    before = stored(media)
    full(which)
    file = SimpleUploadedFile("two.pdf", files.clean_pdf(pages=2))
    response = officer.post(
        reverse("wagtaildocs:edit", args=[document.pk]),
        {"title": "Kept title", "file": file, "collection": 1, "language": "en-GB"},
    )
    assert response.status_code == 507
    assert "There is no room left on this site’s disk." in words(response)
    assert stored(media) == before
    assert document.versions.count() == 1
    assert b"".join(officer.get(document.url).streaming_content).startswith(b"%PDF")


def test_no_room_for_the_upload_itself(officer, media, monkeypatch, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0

    def full(self, data, start):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(TemporaryFileUploadHandler, "receive_data_chunk", full)
    response = bring(officer)
    assert response.status_code == 507
    assert "Nothing that you sent was saved" in words(response)
    assert stored(media) == []


CHOOSER = "document-chooser-upload"


def choose(client):
    file = SimpleUploadedFile("one.pdf", files.clean_pdf())
    typed = {"title": "Kept title", "file": file, "collection": 1, "language": "en-GB"}
    return client.post(
        reverse("wagtaildocs_chooser:create"), {f"{CHOOSER}-{key}": value for key, value in typed.items()}
    )


@pytest.mark.parametrize("which", ["documents/", "originals/"])
def test_the_choosers_pop_up_says_so_beside_the_field(officer, media, full, which):
    full(which)
    response = choose(officer)
    assert response.status_code == 200
    assert NO_ROOM in response.json()["htmlFragment"]
    assert "Kept title" in response.json()["htmlFragment"]
    assert stored(media) == []
    assert not CustomDocument.objects.filter(title="Kept title").exists()


def test_a_real_disk_that_is_full(officer, small_disk):
    ballast = fill_up(small_disk, leave=4096)
    assert NO_ROOM in words(bring(officer))
    assert NO_ROOM in choose(officer).json()["htmlFragment"]
    assert stored(small_disk) == ["ballast"]
    ballast.unlink()
    bring(officer)
    before = stored(small_disk)
    assert Upload.objects.get().state == "on_desk"
    used = sum((small_disk / name).stat().st_size for name in before)
    ballast = fill_up(small_disk, leave=used + 4096)
    assert NO_ROOM in words(hand_on(officer))
    assert stored(small_disk) == sorted([*before, "ballast"])
    assert Upload.objects.get().state == "on_desk"
    ballast.unlink()
    hand_on(officer)
    assert CustomDocument.objects.filter(title="Kept title").exists()
