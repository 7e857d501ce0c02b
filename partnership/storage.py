"""Where uploaded files are kept, and under which names."""

from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import FileSystemStorage

from .file_names import DEVICE_NAMES, trimmed, visible_letters


class PartnershipStorage(FileSystemStorage):
    """Files on this machine's disk, under names that the disk takes."""

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
