"""Takes in what is dropped on the desk: each file is inspected, and kept with its report or sent back with reasons."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.defaultfilters import filesizeformat

from partnership.content.visibility import Audience
from partnership.file_names import readable_title

from ..arrivals import NO_ROOM, inspected, original_of, public_copy, told_when_disk_is_full
from ..duplicates import document_of_same_bytes
from ..forms import language_in
from ..inspection.report import Finding, Severity
from ..inspection.sandbox import NotDoneError
from ..models import CustomDocument, Upload
from ..replacing import ASK_A_PUBLISHER, IS_PUBLIC, is_only_for_publishers
from .others import private_pages_of

NOT_SCANNED = {"not-scanned"}
AT_ONCE = 3


class RefusedError(Exception):
    """A file is not taken; carries the findings that say why."""

    def __init__(self, findings: list[Finding]):
        super().__init__(str(findings))
        self.findings = findings


@dataclass
class Received:
    """What became of one file: it is on the desk, or there is a reason why not."""

    filename: str
    upload: Upload | None = None
    same_as: CustomDocument | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_on_desk(self) -> bool:
        """Whether the file was taken."""
        return self.upload is not None

    @property
    def in_a_word(self) -> str:
        """What became of it, as the desk announces it."""
        if not self.upload:
            return "Already there" if self.same_as else "Not taken"
        if self.upload.state == Upload.State.WAITING:
            return "Waiting for the virus scanner"
        count = len(self.upload.open_warnings)
        return f"Ready, with {count} warning{'' if count == 1 else 's'}" if count else "Ready"


def obstacle(code: str, says: str, how_to_fix: str) -> Finding:
    """A reason of the desk's own for not taking a file."""
    return Finding(code, Severity.REFUSED, says, how_to_fix)


NO_ROOM_LEFT = obstacle("disk-full", *NO_ROOM)
NOT_YOURS = obstacle("public", IS_PUBLIC, ASK_A_PUBLISHER)


def receive(files, user, now: datetime, collection, replaces: CustomDocument | None = None) -> list[Received]:
    """Inspect uploaded files, and keep each on this user's desk unless something speaks against it.

    Several are looked at side by side: that happens in processes of their own. Rows are written one after another.
    """
    if replaces and is_only_for_publishers(replaces, user, Audience(now=now)):
        return [Received(readable_title(file.name) or "file", findings=[NOT_YOURS]) for file in files]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        looks = list(pool.map(lambda file: look_at(file, now, replaces), files))
    return [look if isinstance(look, Received) else kept(look, user, collection) for look in looks]


def look_at(file, now: datetime, replaces) -> Upload | Received:
    """The upload that a file makes, not kept yet, or why it is not taken."""
    name = readable_title(PurePosixPath(file.name).name) or "file"
    if file.size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
        most = filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
        says = f"The file is too big: {filesizeformat(file.size)}."
        return Received(name, findings=[obstacle("too-big", says, f"At most {most} can be uploaded.")])
    try:
        with told_when_disk_is_full():
            return upload_of(file, name, now, replaces)
    except RefusedError as refusal:
        return Received(name, findings=refusal.findings)
    except ValidationError:
        return Received(name, findings=[NO_ROOM_LEFT])


def upload_of(file, name: str, now: datetime, replaces) -> Upload:
    """The upload that a file makes, with the file's own title and language. Raises RefusedError with the reasons."""
    report = inspected(file, name, now)
    waiting = {finding.code for finding in report.obstacles} == NOT_SCANNED
    if report.obstacles and not waiting:
        raise RefusedError(report.obstacles)
    upload = original_of(file, name, report, None, now)
    upload.replaces = replaces
    upload.title = replaces.title if replaces else readable_title(report.title) or title_from(name)
    upload.language = language_in(report) or (replaces.language if replaces else "en-GB")
    try:
        # Tried out, so that the report says what will be mended; made for good with the title that staff give it.
        public_copy(file, name, upload.title, upload.language, report).close()
    except NotDoneError as broken:
        raise RefusedError([broken.finding]) from broken
    upload.report_data = report.as_data()
    if waiting:
        upload.state, upload.tried_at = Upload.State.WAITING, now
    return upload


def kept(upload: Upload, user, collection) -> Received:
    """What becomes of an upload that nothing in the file speaks against."""
    upload.uploaded_by, upload.collection = user, collection
    upload.private_pages = private_pages_of(user)
    if there := already_there(upload, user):
        return there
    try:
        with told_when_disk_is_full():
            keep(upload)
    except ValidationError:
        return Received(upload.filename, findings=[NO_ROOM_LEFT])
    return Received(upload.filename, upload=upload)


def already_there(upload: Upload, user) -> Received | None:
    """The answer to a file that is on this desk or in the library already; None where it is new."""
    if Upload.objects.on_desk_of(user).filter(sha256=upload.sha256).exists():
        twice = obstacle("on-desk", "This very file is on your desk already.", "Use the one that is there.")
        return Received(upload.filename, findings=[twice])
    document = document_of_same_bytes(upload.sha256, user)
    if document is None:
        return None
    if document == upload.replaces:
        same = obstacle("same", "This is the file that is there already.", "Choose the new one.")
    else:
        same = obstacle("in-library", "This very file is in the library already.", "Use that document.")
    return Received(upload.filename, same_as=document, findings=[same])


def title_from(name: str) -> str:
    """A title made of a file's name, for staff to put right."""
    stem = PurePosixPath(name).stem.replace("_", " ").replace("-", " ")
    return " ".join(stem.split()) or name


def keep(upload: Upload) -> None:
    """Store an upload: its bytes first, which go again if the row cannot be written."""
    file = upload.file
    try:
        with transaction.atomic():
            upload.save()
    except BaseException:
        if file._committed:
            file.storage.delete(file.name)
        raise
    finally:
        file.close()
