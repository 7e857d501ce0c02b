"""Where uploaded files are kept, and under which names."""

import errno
import secrets
from pathlib import Path, PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.move import file_move_safe
from django.core.files.storage import FileSystemStorage
from django.db import OperationalError

from .file_names import DEVICE_NAMES, trimmed, visible_letters


def is_disk_full(error: BaseException | None) -> bool:
    """Whether an error says that the disk, or the part of it that the site may use, is full."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    # SQLite has words for it and no number.
    return isinstance(error, OperationalError) and "disk is full" in str(error)


class ReadableNames:
    """Names that every disk and store takes; mixed into a storage."""

    def get_valid_name(self, name):
        try:
            valid = super().get_valid_name(visible_letters(name))
        except SuspiciousFileOperation:
            # Nothing is left of it: "..", or a name of signs alone.
            return "file"
        stem = valid.split(".")[0]
        # A name of emoji alone cleans to ".pdf", a hidden file without a name.
        if not stem.strip("_-"):
            valid = f"file{valid.lstrip('_-')}"
        elif stem.lower() in DEVICE_NAMES:
            valid = f"file-{valid}"
        return trimmed(valid)

    def generate_filename(self, filename):
        path = PurePosixPath(super().generate_filename(filename))
        return str(path.with_name(trimmed(path.name)))


class PartnershipStorage(ReadableNames, FileSystemStorage):
    """Files on this machine's disk, under names that the disk takes."""

    def _save(self, name, content):
        # Written under another name first: what is cut off half-way, by a full disk or a process that is killed, never
        # stands under the name that a row may know.
        path = PurePosixPath(name)
        part = str(path.with_name(f"{secrets.token_hex(8)}.part"))
        try:
            super()._save(part, content)
            while True:
                try:
                    file_move_safe(self.path(part), self.path(name))
                    return name
                except FileExistsError:
                    name = self.get_available_name(name)
        except BaseException:
            self.delete(part)
            raise

    def delete(self, name):
        """Delete a file, and the folder that was made for it alone."""
        super().delete(name)
        folder = Path(self.path(name)).parent
        top = Path(self.location)
        while folder != top and folder.parent != top and self._is_empty(folder):
            try:
                folder.rmdir()
            except OSError:  # somebody has just put a file there
                return
            folder = folder.parent

    @staticmethod
    def _is_empty(folder: Path) -> bool:
        return folder.is_dir() and not any(folder.iterdir())
