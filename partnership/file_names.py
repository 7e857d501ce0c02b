"""What uploaded files are called: to the disk, to people and to Windows.

A file name is bytes to the disk and letters to a person: 85 Chinese characters are 255 bytes, and an emoji-only
name cleans to nothing.
"""

import unicodedata
from pathlib import PurePosixPath

# 255 bytes is what common file systems hold for one name; room is left for the suffix that makes a name unique.
MAX_NAME_BYTES = 200
MAX_TITLE_LENGTH = 255
# Names that Windows keeps for its devices: a reader there could not save the file.
DEVICE_NAMES = {"aux", "con", "nul", "prn"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
# Controls and the marks that turn the direction of writing are not seen, and make "fdp.exe" look like "exe.pdf".
# The joiners that emoji and some scripts need are of the same category, and stay.
JOINERS = "\u200c\u200d"


def visible_letters(text: str) -> str:
    """The text without the characters that nobody sees, composed so that equal letters are equal bytes."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFC", text)
        if letter in JOINERS or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
    )


def readable_title(name: str) -> str:
    """A title of what an upload was called: as people read it, and no longer than a title may be."""
    return " ".join(visible_letters(name.replace("\t", " ")).split())[:MAX_TITLE_LENGTH]


def trimmed(name: str, max_bytes: int = MAX_NAME_BYTES) -> str:
    """Return one file name (no folder) cut to `max_bytes` bytes of UTF-8, its ending kept whole."""
    path = PurePosixPath(name)
    suffix = path.suffix if len(path.suffix.encode()) <= 16 else ""
    stem = name[: len(name) - len(suffix)] if suffix else name
    room = max_bytes - len(suffix.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip() + suffix


class ReadableTitleMixin:
    """A form of something uploaded, whose title starts as the name of the file."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        title = self.add_prefix("title")
        if self.is_bound and title in self.data:
            # Before anything is checked: a name that is too long for a title is no reason to refuse the file.
            self.data = self.data.copy()
            self.data[title] = readable_title(self.data[title])
