"""The background's part: a version is read in a process apart."""

import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.db.models import F
from django.utils import timezone
from django_tasks import task

from partnership.jobs.retries import ATTEMPTS

from ..inspection import kinds
from ..inspection.sandbox import NotDoneError, picture_of_first_page, read_apart
from ..models import DocumentVersion, Reading
from .checks import failed_checks
from .keeping import keep

BROKE_OFF = "The reading broke off: the file needs more time or memory than it may take."


@contextmanager
def copied(version: DocumentVersion):
    """The path of a copy of a version's bytes, wherever they are stored."""
    with tempfile.NamedTemporaryFile(prefix="reading-") as copy:
        with version.file.storage.open(version.file.name, "rb") as file:
            for piece in file.chunks():
                copy.write(piece)
        copy.flush()
        yield Path(copy.name)


@task()
def read_version(version_id: int) -> None:
    """Read a version whose reading waits. What breaks off is tried again, and says so meanwhile."""
    reading = Reading.objects.waiting().select_related("version__document").filter(version=version_id).first()
    if reading is None or reading.version.document.taken_down_at:
        return
    Reading.objects.filter(pk=reading.pk).update(attempts=F("attempts") + 1)
    reading.refresh_from_db(fields=["attempts"])
    try:
        with copied(reading.version) as path:
            found = read_apart(path, reading.version.filename)
            problem = found.get("problem") if found else None
            picture = b"" if problem else picture_of(reading.version, path)
            reading.failed_checks = failed_checks(path, reading.version.filename, timezone.now())
    except FileNotFoundError:
        problem = "The file is not where it should be stored."
    except NotDoneError:
        note(reading, BROKE_OFF, is_final=reading.attempts >= ATTEMPTS)
        if reading.attempts < ATTEMPTS:
            raise
        return
    if problem:
        note(reading, problem, is_final=True)
    else:
        keep(reading, found, picture, timezone.now())


def picture_of(version: DocumentVersion, path: Path) -> bytes:
    """A picture of a PDF's first page; none of other kinds of file, or where it is too heavy to draw."""
    if kinds.ending_of(version.filename) != "pdf":
        return b""
    try:
        return picture_of_first_page(path)
    except NotDoneError:
        return b""


def note(reading: Reading, problem: str, is_final: bool) -> None:
    """Write down why a reading is not done, and whether it is given up."""
    state = Reading.State.FAILED if is_final else Reading.State.WAITING
    Reading.objects.filter(pk=reading.pk).update(
        state=state, problem=problem, finished_at=timezone.now() if is_final else None
    )
