"""Packed files, opened safely: every archive, and every document of Word, Excel, PowerPoint and LibreOffice."""

import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from xml.parsers import expat

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from . import kinds, limits
from .report import RefusedError, Rule, Severity

BOMB = Rule(
    "archive-bomb",
    Severity.REFUSED,
    "Unpacked, the file would be far larger than it looks, large enough to stop a reader’s computer.",
    "Upload the documents inside one by one, or make the file again from the originals.",
)
TOO_MANY_ENTRIES = Rule(
    "too-many-entries",
    Severity.REFUSED,
    "There are more than 10,000 files packed inside.",
    "Split it into several smaller archives.",
)
UNSAFE_NAME = Rule(
    "unsafe-name",
    Severity.REFUSED,
    "A file packed inside has a name that could overwrite other files on the reader’s computer, or that stands twice.",
    "Pack the files again, from one folder, with your computer’s own “Compress” or “Send to ZIP”.",
)
ODD_PACKING = Rule(
    "odd-packing",
    Severity.REFUSED,
    "The file is packed in a way that cannot be checked.",
    "Pack the files again with your computer’s own “Compress” or “Send to ZIP”.",
)

# What Python's ZIP and XML readers raise at bytes that make no sense.
UNREADABLE_ERRORS = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError, KeyError,
    IndexError, ParseError, expat.ExpatError, DefusedXmlException, UnicodeError, LookupError,
)  # fmt: skip
PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENTRY_MARK = b"PK\x01\x02"


def count_entries(path: Path) -> int:
    """How many entries an archive's directory can have at most, counted without reading the directory into memory."""
    count, tail = 0, b""
    with path.open("rb") as file:
        while piece := file.read(limits.MEGABYTE):
            count += (tail + piece).count(ENTRY_MARK)
            tail = piece[-3:]
    return count


@contextmanager
def opened(path: Path, expected: str = "zip") -> Iterator[zipfile.ZipFile]:
    """An archive whose names, sizes and number of entries are harmless.

    Raises RefusedError for any other, and for one that turns out damaged while it is read.
    """
    # A document that is packed inside counts with its own entries, hence twice as many.
    if count_entries(path) > 2 * limits.MAX_ENTRIES:
        raise RefusedError(TOO_MANY_ENTRIES.found())
    try:
        with zipfile.ZipFile(path) as archive:
            check(archive, path.stat().st_size)
            yield archive
    except RefusedError:
        raise
    except UNREADABLE_ERRORS as damage:
        raise RefusedError(kinds.UNREADABLE.found(expected=kinds.name_of(expected))) from damage


def check(archive: zipfile.ZipFile, packed_size: int) -> None:
    """Raise RefusedError where the archive's directory itself shows that it is not safe to unpack."""
    entries = archive.infolist()
    if len(entries) > limits.MAX_ENTRIES:
        raise RefusedError(TOO_MANY_ENTRIES.found())
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise RefusedError(kinds.ENCRYPTED.found())
    unsafe = [entry.filename for entry in entries if is_unsafe(entry)]
    counted = Counter(entry.filename.casefold() for entry in entries)
    unsafe += [name for name, times in counted.items() if times > 1]
    if unsafe:
        raise RefusedError(UNSAFE_NAME.found(places=unsafe[:5]))
    unpacked = sum(entry.file_size for entry in entries)
    is_dense = unpacked > limits.RATIO_MATTERS_FROM and unpacked > limits.MAX_RATIO * packed_size
    if unpacked > limits.MAX_UNPACKED or is_dense or overlaps(entries):
        raise RefusedError(BOMB.found())
    if any(entry.compress_type not in PLAIN_METHODS for entry in entries):
        raise RefusedError(ODD_PACKING.found())


def is_unsafe(entry: zipfile.ZipInfo) -> bool:
    """Whether unpacking this entry could write outside the reader's folder."""
    # `orig_filename` still has what ZipInfo itself cleans away.
    name = entry.orig_filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    return (
        name.startswith("/")
        or ".." in parts
        or "\0" in name
        or name[1:2] == ":"
        or stat.S_ISLNK(entry.external_attr >> 16)
        or len(parts) > 40
    )


def overlaps(entries: list[zipfile.ZipInfo]) -> bool:
    """Whether entries share the same packed bytes, as only bombs do."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            return True
        end = entry.header_offset + 30 + len(entry.orig_filename) + entry.compress_size
    return False


def read(archive: zipfile.ZipFile, name: str, most: int = limits.MAX_PART) -> bytes:
    """The bytes of one member. Raises RefusedError where there are more than `most`, whatever the directory says."""
    with archive.open(name) as member:
        content = member.read(most + 1)
    if len(content) > most:
        raise RefusedError(BOMB.found(places=[name]))
    return content


def head_of(archive: zipfile.ZipFile, name: str, length: int = 8192) -> bytes:
    """The first bytes of one member."""
    with archive.open(name) as member:
        return member.read(length)


def elements(archive: zipfile.ZipFile, name: str, starts: bool = False, whole=frozenset()) -> Iterator:
    """The elements of a member in XML as (local name, element, whether it has just begun), in the order they end.

    With `starts` each is given twice, when it begins (attributes only) and when it ends. Elements are emptied behind
    the reader, so that a long document takes little memory, except inside those named in `whole`, which are complete
    when they end. External entities and document types raise.
    """
    if archive.getinfo(name).file_size > limits.MAX_PART:
        raise RefusedError(BOMB.found(places=[name]))
    depth = 0
    with archive.open(name) as member:
        for event, element in iterparse(member, events=("start", "end"), forbid_dtd=True):
            tag = local(element.tag)
            if event == "start":
                depth += tag in whole
                if starts:
                    yield tag, element, True
                continue
            yield tag, element, False
            depth -= tag in whole
            if not depth:
                element.clear()


def stream(archive: zipfile.ZipFile, name: str, begin: Callable, words: Callable, end: Callable) -> None:
    """Read a member in XML with one call for each beginning, piece of text and end, and nothing kept.

    Several times as fast as `elements`, for the sheets of a workbook, which have millions of cells. The calls get a
    tag as it is written, with its prefix. Document types raise ValueError.
    """
    if archive.getinfo(name).file_size > limits.MAX_PART:
        raise RefusedError(BOMB.found(places=[name]))

    def refuse(*declaration):
        raise ValueError(declaration)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.CharacterDataHandler, parser.EndElementHandler = begin, words, end
    with archive.open(name) as member:
        parser.ParseFile(member)


def local(tag: str) -> str:
    """An element's or attribute's name without its namespace."""
    return tag.rpartition("}")[2]


def attributes(element) -> dict[str, str]:
    """An element's attributes by their names without namespaces."""
    return {local(key): value for key, value in element.attrib.items()}
