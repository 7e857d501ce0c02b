"""Archives and books: every document inside is inspected like an upload of its own."""

import re
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from . import containers, embedded, kinds, limits, office, personal_data
from .report import Examined, RefusedError, Rule, Severity

NESTED = Rule(
    "archive-in-archive",
    Severity.REFUSED,
    "An archive is packed inside the archive.",
    "Unpack the inner one, and pack all its files into one archive.",
)
TOO_MANY_DOCUMENTS = Rule(
    "too-many-documents",
    Severity.REFUSED,
    "There are more than 200 documents packed inside, too many to check at once.",
    "Split it into several archives, or upload the documents one by one, which serves readers better.",
)
SCRIPT_IN_BOOK = Rule(
    "epub-script",
    Severity.REFUSED,
    "The book carries a script that runs when somebody reads it.",
    "Export the book again without interactive parts.",
)
LOCKED_BOOK = Rule(
    "epub-locked",
    Severity.REFUSED,
    "The book is locked to certain readers (DRM).",
    "Export it again without the lock.",
)

ARCHIVES = {
    "zip", "rar", "7z", "tar", "gz", "bz2", "xz", "lz", "Z", "zst", "cab", "iso", "ar", "rpm", "deb",
}  # fmt: skip
PAGE_OF_BOOK = re.compile(r".*\.(xhtml|html?|svg)$", re.I)
SCRIPT = re.compile(
    rb"<\s*(\w+:)?script[\s>/]|\son[a-z]{3,}\s*=\s*[\"']|javascript\s*:|<\s*(iframe|object|embed)[\s>]", re.I
)
# Fonts are scrambled in honest books too; anything else that is encrypted is a lock.
SCRAMBLED_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def inspect_zip(path: Path, ending: str, own_domains, inspect_inner: Callable) -> Examined:
    """Look into an archive; `inspect_inner(path, name)` gives the findings of one document inside."""
    examined = Examined()
    with containers.opened(path, "zip") as archive:
        names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
        if not names:
            raise RefusedError(kinds.EMPTY.found())
        documents = []
        for name in names:
            kind = kinds.kind_of_head(containers.head_of(archive, name))
            ending = kinds.ending_of(name)
            if embedded.is_running_name(name) or kind in ("executable", "script"):
                examined.findings.append(embedded.EXECUTABLE.found(places=[name]))
            elif ending in ARCHIVES or (kind in ARCHIVES and ending not in kinds.NAMES):
                examined.findings.append(NESTED.found(places=[name]))
            elif ending in kinds.NAMES or kind in ("pdf", "ole", "rtf"):
                documents.append(name)
        if len(documents) > limits.MAX_INNER_DOCUMENTS:
            raise RefusedError(TOO_MANY_DOCUMENTS.found())
        if not examined.findings:
            for name in documents:
                examined.findings += findings_inside(archive, name, inspect_inner)
    examined.findings = embedded.merged(examined.findings)
    return examined


def findings_inside(archive: zipfile.ZipFile, name: str, inspect_inner: Callable) -> list:
    """The findings of one document in an archive, each with the document's name for its place.

    What would be mended in an upload of its own is not mended here, so it becomes a warning.
    """
    found = []
    with tempfile.NamedTemporaryFile(prefix="inner-") as copy:
        with archive.open(name) as member:
            left = limits.MAX_UNPACKED
            while piece := member.read(min(limits.MEGABYTE, left)):
                copy.write(piece)
                left -= len(piece)
        copy.flush()
        for finding in inspect_inner(Path(copy.name), name):
            pages = f", {finding.where}" if finding.where else ""
            severity = Severity.WARNED if finding.severity is Severity.MENDED else finding.severity
            how = (
                "Upload the document by itself, and it is removed for you."
                if finding.severity is Severity.MENDED
                else finding.how_to_fix
            )
            rule = Rule(finding.code, severity, finding.says.replace("{", "{{").replace("}", "}}"), how)
            found.append(rule.found(places=[f"{name}{pages}"]))
    return found


def inspect_epub(path: Path, ending: str = "epub", own_domains=()) -> Examined:
    """Look into an EPUB book."""
    examined = Examined()
    with containers.opened(path, "epub") as archive:
        names = archive.namelist()
        office.require_part(archive, "META-INF/container.xml", "epub")
        package = package_of(archive)
        if package not in names:
            raise RefusedError(kinds.UNREADABLE.found(expected=kinds.name_of("epub")))
        read_package(archive, package, examined)
        if "META-INF/encryption.xml" in names and is_locked(archive):
            examined.findings.append(LOCKED_BOOK.found())
        running = [name for name in names if kinds.ending_of(name) in {"js", "mjs"}]
        texts = []
        for name in names:
            if PAGE_OF_BOOK.match(name):
                content = containers.read(archive, name)
                if SCRIPT.search(content.replace(b"\0", b"")):
                    running.append(name)
                texts.append((name, re.sub(r"<[^>]{0,500}>", " ", content.decode("utf-8", errors="replace"))))
            elif kinds.kind_of_head(containers.head_of(archive, name)) == "executable":
                examined.findings.append(embedded.EXECUTABLE.found(places=[name]))
        if running:
            examined.findings.append(SCRIPT_IN_BOOK.found(places=running[:5]))
        examined.findings += personal_data.find(texts, own_domains)
        office.check_title_and_language(examined)
    return examined


def package_of(archive: zipfile.ZipFile) -> str:
    """The name of the part that describes the book."""
    for tag, element, _ in containers.elements(archive, "META-INF/container.xml"):
        if tag == "rootfile":
            return containers.attributes(element).get("full-path", "")
    return ""


def read_package(archive: zipfile.ZipFile, package: str, examined: Examined) -> None:
    """Note the book's title and language."""
    for tag, element, _ in containers.elements(archive, package):
        text = (element.text or "").strip()
        if tag == "title" and not examined.title:
            examined.title = text
        elif tag == "language" and not examined.language:
            examined.language = text


def is_locked(archive: zipfile.ZipFile) -> bool:
    """Whether more than the book's fonts is encrypted."""
    return any(
        tag == "EncryptionMethod" and containers.attributes(element).get("Algorithm") not in SCRAMBLED_FONTS
        for tag, element, _ in containers.elements(archive, "META-INF/encryption.xml")
    )
