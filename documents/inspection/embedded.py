"""Files inside files: what a document carries along, and whether any of it is a program."""

import re
import zipfile

from . import containers, kinds
from .report import Finding, Rule, Severity

EXECUTABLE = Rule(
    "embedded-program",
    Severity.REFUSED,
    "A program or script is packed inside.",
    "Take it out and upload the file again.",
)
ATTACHED = Rule(
    "embedded-files",
    Severity.WARNED,
    "Other files travel inside this one, and a reader can take them out.",
    "Check what they hold, spreadsheets behind charts above all; paste charts as pictures, remove attachments.",
)
# How an OLE file spells the names of its streams.
PACKAGE = "\x01Ole10Native".encode("utf-16-le")
VBA = "_VBA_PROJECT".encode("utf-16-le")
PROGRAM_TEXT = b"This program cannot be run in DOS mode"
NAME_INSIDE = re.compile(rb"\.(" + "|".join(sorted(kinds.RUNNING_ENDINGS)).encode() + rb")\0", re.I)
# Parts that office programs write themselves and never run: printers' settings, drawings beside their bitmaps.
OFFICE_PARTS = (".bin", ".img", ".svg")
EMBEDDING_FOLDERS = ("/embeddings/", "/ole/")


def is_running_name(name: str) -> bool:
    """Whether a file of this name would run when somebody opens it."""
    return kinds.ending_of(name) in kinds.RUNNING_ENDINGS


def ole_finding(content: bytes, place: str) -> Finding:
    """What to say of an OLE file found inside another file."""
    hides_program = (
        VBA in content
        or PROGRAM_TEXT in content
        or b"\x7fELF" in content
        or (PACKAGE in content and NAME_INSIDE.search(content))
    )
    return (EXECUTABLE if hides_program else ATTACHED).found(places=[place])


def finding_for(name: str, content: bytes) -> Finding:
    """What to say of a file, found inside another file, by its name and content."""
    kind = kinds.kind_of_head(content[:8192])
    if kind in kinds.DANGEROUS or is_running_name(name):
        return EXECUTABLE.found(places=[name])
    if kind == "ole":
        return ole_finding(content, name)
    if kind == "zip" and (b"vbaProject" in content or b"macroEnabled" in content):
        return EXECUTABLE.found(places=[name])
    return ATTACHED.found(places=[name])


def in_office(archive: zipfile.ZipFile) -> list[Finding]:
    """Findings about the files that travel inside an office document."""
    found = []
    for name in archive.namelist():
        if name.endswith("/"):
            continue
        lower = f"/{name.lower()}"
        if any(folder in lower for folder in EMBEDDING_FOLDERS):
            found.append(finding_for(name, containers.read(archive, name)))
            continue
        kind = kinds.kind_of_head(containers.head_of(archive, name))
        if kind == "ole" and not lower.endswith("vbaproject.bin"):
            found.append(ole_finding(containers.read(archive, name), name))
        elif kind in ("executable", "script") or (is_running_name(name) and not lower.endswith(OFFICE_PARTS)):
            found.append(EXECUTABLE.found(places=[name]))
    return merged(found)


def merged(findings: list[Finding]) -> list[Finding]:
    """The findings with those of one kind made one, with all their places and pages."""
    by_code = {}
    for finding in findings:
        key = (finding.code, finding.says)
        known = by_code.get(key)
        if known:
            places = tuple(dict.fromkeys(known.places + finding.places))
            pages = tuple(sorted(set(known.pages + finding.pages)))
            finding = type(finding)(
                finding.code, finding.severity, finding.says, finding.how_to_fix, pages, places
            )
        by_code[key] = finding
    return list(by_code.values())
