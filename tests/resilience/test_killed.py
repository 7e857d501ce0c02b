"""A process that is killed in the middle of an upload or a replacement leaves the old state or the new, never half."""

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone

from documents.leftovers import files_below, remove_leftovers
from documents.models import CustomDocument, DocumentVersion, Upload
from documents.models.versions import sha256_of
from tests.documents.inspection import files
from tests.jobs.test_processes import database_url

pytestmark = pytest.mark.usefixtures("committed_db")
STEPS = ["originals/", "documents/", "rows", "commit", "none"]


def upload_and_die(step: str, path, replaces="") -> int:
    """Run the upload in a process of its own; answers how it ended."""
    process = subprocess.run(
        [sys.executable, "-m", "tests.resilience.upload_and_die", step, str(path), str(replaces)],
        cwd=settings.PROJECT_DIR,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "partnership.settings.development",
            "DATABASE_URL": database_url(),
            "VAR_DIR": str(settings.TEST_DIR),
        },
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    if step == "none":
        assert process.returncode == 0, process.stderr
    else:
        assert process.returncode == -signal.SIGKILL, process.stderr
    return process.returncode


def assert_whole() -> None:
    """Every version that a row names is on the disk to the byte, and every document has a newest version."""
    for version in DocumentVersion.objects.all():
        with version.file.open() as file:
            assert sha256_of(file) == version.sha256
    for upload in Upload.objects.all():
        with upload.file.open() as file:
            assert sha256_of(file) == upload.sha256
    for document in CustomDocument.objects.all():
        assert document.versions.first().file.name == document.file.name


@pytest.fixture
def path(tmp_path):
    """A file to upload."""
    get_user_model().objects.create_superuser("officer", "officer@example.org", "a-long-password-of-theirs")
    path = tmp_path / "new.pdf"
    path.write_bytes(files.clean_pdf(author="Jo Doe"))
    return path


@pytest.mark.parametrize("step", STEPS)
def test_an_upload_or_a_replacement_is_whole_or_was_not(step, path):
    old = CustomDocument.objects.create(title="Old", file=ContentFile(files.clean_pdf(), name="old.pdf"))
    upload_and_die(step, path, old.pk)
    connection.close()
    old.refresh_from_db()
    assert_whole()
    assert (old.filename, old.versions.count()) == (("new.pdf", 2) if step == "none" else ("old.pdf", 1))
    # What had come in before the end stays on the desk, to be handed on again.
    assert Upload.objects.count() == (0 if step == "originals/" else 1)


def test_what_a_killed_process_left_is_swept_up(path):
    upload_and_die("rows", path)
    named = {upload.file.name for upload in Upload.objects.all()}
    left = {name for folder in ("documents", "originals") for name in files_below(folder)}
    assert len(left - named) >= 1
    assert remove_leftovers(timezone.now()) == []
    remove_leftovers(timezone.now() + timedelta(days=2))
    left = {name for folder in ("documents", "originals") for name in files_below(folder)}
    assert left == named
    assert_whole()
