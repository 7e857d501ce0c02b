"""How a file comes in: it is inspected, and the copy that the public will get is made of it. Nothing is stored yet."""

import tempfile
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import TemporaryUploadedFile

from partnership.storage import is_disk_full

from .inspection.report import Report, Severity
from .inspection.sandbox import inspect_apart, mend_apart
from .models import Upload
from .models.versions import sha256_of

# What the public copy is given puts these right.
MENDED_BY = {"set-title": "no-title", "set-language": "no-language"}
NO_ROOM = (
    "There is no room left on the server’s disk, so the file was not kept. Nothing that was there before is lost.",
    "Tell whoever runs this site, and upload the file again when there is room.",
)


@contextmanager
def told_when_disk_is_full():
    """Turns a full disk into a sentence beside the field; raises ValidationError with it."""
    try:
        yield
    except OSError as error:
        if not is_disk_full(error):
            raise
        raise ValidationError(" ".join(NO_ROOM), code="disk-full") from error


@contextmanager
def on_disk(file):
    """The path of a file, which is written to the disk for as long as it is needed if it is not there yet."""
    if hasattr(file, "temporary_file_path"):
        yield Path(file.temporary_file_path())
        return
    with tempfile.NamedTemporaryFile(prefix="upload-") as copy:
        file.seek(0)
        for piece in file.chunks():
            copy.write(piece)
        copy.flush()
        file.seek(0)
        yield Path(copy.name)


def inspected(file, name: str, now: datetime) -> Report:
    """What the inspection and the virus scanner, where there is one, say of a file."""
    own_domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(">")
    with on_disk(file) as path:
        return inspect_apart(path, name, now, own_domains=[own_domain], scanner=settings.CLAMAV_SOCKET)


def public_copy(file, name: str, title: str, language: str, report: Report) -> TemporaryUploadedFile:
    """The copy of an inspected file that the public will get; the report is told what was mended.

    Raises NotDoneError where it cannot be made.
    """
    copy = TemporaryUploadedFile(name, getattr(file, "content_type", None), 0, None)
    try:
        with on_disk(file) as path:
            done = mend_apart(path, name, Path(copy.temporary_file_path()), title, language)
    except BaseException:
        copy.close()
        raise
    copy.size = Path(copy.temporary_file_path()).stat().st_size
    mended = {MENDED_BY.get(finding.code) for finding in done}
    codes = {finding.code for finding in done}
    report.findings = [
        finding
        for finding in report.findings
        if finding.severity != Severity.MENDED and finding.code not in mended | codes
    ] + done
    return copy


def original_of(file, name: str, report: Report, user, now: datetime) -> Upload:
    """The record of a file as it was uploaded, not stored yet."""
    file.seek(0)
    return Upload(
        file=file,
        filename=name[:255],
        size=file.size,
        sha256=sha256_of(file),
        report_data=report.as_data(),
        uploaded_at=now,
        uploaded_by=user,
    )
