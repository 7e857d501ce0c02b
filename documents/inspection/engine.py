"""The inspection of one file, from its name and content to a report. What cannot be read is refused, never raised."""

from datetime import datetime
from pathlib import Path

from . import archives, containers, kinds, media, ooxml, opendocument, pdf, text
from .report import Examined, RefusedError, Report, Rule, Severity

TOO_HEAVY = Rule(
    "too-heavy",
    Severity.HELD,
    "The file could not be checked: it needs more memory than a check may take.",
    "Export it again with smaller pictures, or split it into parts.",
)

FAMILIES = {
    "pdf": pdf.inspect_pdf,
    "docx": ooxml.inspect_ooxml,
    "xlsx": ooxml.inspect_ooxml,
    "pptx": ooxml.inspect_ooxml,
    "odt": opendocument.inspect_opendocument,
    "ods": opendocument.inspect_opendocument,
    "odp": opendocument.inspect_opendocument,
    "epub": archives.inspect_epub,
    "csv": text.inspect_text,
    "txt": text.inspect_text,
    "vtt": text.inspect_text,
    "rtf": text.inspect_rtf,
    "mp4": media.inspect_media,
    "webm": media.inspect_media,
    "mp3": media.inspect_media,
}


def inspect(path: Path, filename: str, now: datetime, own_domains: tuple[str, ...] = ()) -> Report:
    """Inspect the file at `path` that was uploaded under the name `filename`.

    `own_domains` are domains of e-mail addresses that are no private ones, beside those of the NHS and government.
    """
    report = Report(filename=filename, inspected_at=now)
    examined = examined_safely(path, filename, own_domains)
    report.page_count, report.title, report.language = examined.page_count, examined.title, examined.language
    report.findings = examined.findings
    return report


def examined_safely(path: Path, filename: str, own_domains, inside_archive: bool = False) -> Examined:
    """What a look into a file brings to light; a file that breaks the look is refused, one too heavy is held."""
    try:
        return examine(path, filename, own_domains, inside_archive)
    except RefusedError as refusal:
        return Examined(findings=[refusal.finding])
    except MemoryError:
        return Examined(findings=[TOO_HEAVY.found()])
    except Exception:
        # Parsers raise dozens of kinds of error at bytes that make no sense; each means the same to a clerk.
        expected = kinds.name_of(kinds.ending_of(filename))
        return Examined(findings=[kinds.UNREADABLE.found(expected=expected)])


def examine(path: Path, filename: str, own_domains, inside_archive: bool) -> Examined:
    """Judge a file's kind and look into it. Raises RefusedError where it is not what its name says."""
    ending = kinds.ending_of(filename)
    if ending not in kinds.NAMES:
        refusal = kinds.UNKNOWN_ENDING.found(ending=f".{ending}") if ending else kinds.NO_ENDING.found()
        raise RefusedError(refusal)
    kind = kinds.kind_of(path)
    if kind == "empty":
        raise RefusedError(kinds.EMPTY.found())
    if kind == "zip" and ending not in kinds.TEXTS:
        with containers.opened(path, ending) as archive:
            kind = kinds.kind_of_archive(archive)
    if kind == "ole" and ending in ("docx", "xlsx", "pptx") and is_encrypted_office(path):
        raise RefusedError(kinds.ENCRYPTED.found())
    if not kinds.matches(ending, kind):
        raise RefusedError(
            kinds.WRONG_CONTENT.found(expected=kinds.name_of(ending), actual=kinds.name_of(kind))
        )
    if ending == "zip":
        if inside_archive:
            raise RefusedError(archives.NESTED.found())
        return archives.inspect_zip(
            path,
            ending,
            own_domains,
            lambda inner, name: examined_safely(inner, name, own_domains, inside_archive=True).findings,
        )
    return FAMILIES[ending](path, ending, own_domains)


def is_encrypted_office(path: Path) -> bool:
    """Whether an OLE file is what Office makes of a document with a password."""
    mark = "EncryptedPackage".encode("utf-16-le")
    with path.open("rb") as file:
        content = file.read()
    return mark in content
