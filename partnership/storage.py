"""Where uploaded files are kept, and under which names.

A file name is bytes to the disk and letters to a person: 85 Chinese characters are 255 bytes, and an emoji-only
name cleans to nothing. Both are given a name that the disk takes, with the ending kept.
"""

from pathlib import PurePosixPath

from django.core.files.storage import FileSystemStorage

# 255 bytes is what common file systems hold for one name; room is left for the suffix that makes a name unique.
MAX_NAME_BYTES = 200


def trimmed(name: str, max_bytes: int = MAX_NAME_BYTES) -> str:
    """Return one file name (no folder) cut to `max_bytes` bytes of UTF-8, its ending kept whole."""
    path = PurePosixPath(name)
    suffix = path.suffix if len(path.suffix.encode()) <= 16 else ""
    stem = name[: len(name) - len(suffix)] if suffix else name
    room = max_bytes - len(suffix.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip() + suffix


class PartnershipStorage(FileSystemStorage):
    """Files on this machine's disk, under names that the disk takes."""

    def get_valid_name(self, name):
        valid = super().get_valid_name(name)
        # A name of emoji alone cleans to ".pdf", a hidden file without a name.
        if valid.startswith("."):
            valid = f"file{valid}"
        return trimmed(valid)

    def generate_filename(self, filename):
        path = PurePosixPath(super().generate_filename(filename))
        return str(path.with_name(trimmed(path.name)))
