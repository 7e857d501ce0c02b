"""PDFs: opened with two independent readers, and looked through from the catalogue down to each page."""

from pathlib import Path

import pikepdf
import pypdfium2

from . import embedded, kinds, limits, pdf_accessibility, pdf_active, pdf_hidden, pdf_pages, personal_data
from .report import Examined, RefusedError, Rule, Severity

TOO_MANY_PAGES = Rule(
    "too-many-pages",
    Severity.REFUSED,
    "The PDF has more than 5,000 pages, too many to check.",
    "Split it into parts.",
)
TWO_IN_ONE = Rule(
    "two-files-in-one",
    Severity.REFUSED,
    "Another file is hidden before the beginning or behind the end of the PDF.",
    "Open it and export it again as a PDF; the copy leaves the other file behind.",
)
DAMAGED = Rule(
    "repairable-damage",
    Severity.WARNED,
    "The PDF is damaged. It could be repaired for reading, but some programs may show it wrongly or not at all.",
    "Export it again from the original document. If you no longer have that, open it and print it to a new PDF.",
)
NOT_ALL_PAGES = Rule(
    "not-all-pages",
    Severity.WARNED,
    "The pages are heavy, and only the first {looked} of {count} were looked at for personal data and hidden text.",
    "Look through the others yourself, or split the PDF into parts.",
)


def inspect_pdf(path: Path, ending: str = "pdf", own_domains=()) -> Examined:
    """Look into a PDF. Raises RefusedError where it cannot be opened."""
    refuse_two_in_one(path)
    try:
        with pikepdf.open(path, access_mode=pikepdf.AccessMode.stream) as pdf:
            examined = examine(pdf)
    except pikepdf.PasswordError as locked:
        raise RefusedError(kinds.ENCRYPTED.found()) from locked
    except pikepdf.PdfError as damage:
        raise RefusedError(kinds.UNREADABLE.found(expected="a PDF")) from damage
    if not any(finding.severity is Severity.REFUSED for finding in examined.findings):
        examined.findings += examine_pages(path, own_domains)
    return examined


def examine(pdf: pikepdf.Pdf) -> Examined:
    """What the structure of an open PDF says."""
    count = len(pdf.pages)
    if count == 0:
        raise RefusedError(kinds.UNREADABLE.found(expected="a PDF"))
    if count > limits.MAX_PAGES:
        raise RefusedError(TOO_MANY_PAGES.found())
    contents = pdf_active.look_through(pdf)
    examined = Examined(page_count=count)
    examined.findings += contents.findings()
    examined.findings += embedded.merged(
        [embedded.finding_for(name, head) for name, head in contents.attachments()]
    )
    examined.findings += pdf_accessibility.findings(pdf, examined)
    examined.findings += pdf_hidden.findings(pdf, contents)
    if pdf.get_warnings():
        examined.findings.append(DAMAGED.found())
    return examined


def examine_pages(path: Path, own_domains) -> list:
    """What the pages themselves show: pictures of text, text under boxes, personal data."""
    try:
        with pypdfium2.PdfDocument(path) as document:
            count = len(document)
            pages = list(pdf_pages.pages_of(document))
    except pypdfium2.PdfiumError as damage:
        raise RefusedError(kinds.UNREADABLE.found(expected="a PDF")) from damage
    found = []
    pictures = [page.number for page in pages if page.is_picture_only]
    covered = [page.number for page in pages if page.covers_text]
    if pictures:
        found.append(pdf_accessibility.PICTURES_OF_TEXT.found(pages=pictures))
    if covered:
        found.append(pdf_hidden.COVERED_TEXT.found(pages=covered))
    if len(pages) < count:
        found.append(NOT_ALL_PAGES.found(looked=len(pages), count=count))
    return found + personal_data.find(((page.number, page.text) for page in pages), own_domains)


def refuse_two_in_one(path: Path) -> None:
    """Raise RefusedError where something else stands before the PDF's beginning or behind its end."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(1024)
        file.seek(max(0, size - limits.MEGABYTE))
        end = file.read()
    before = head[: head.find(b"%PDF-")]
    behind = end[end.rfind(b"%%EOF") + 5 :] if b"%%EOF" in end else b""
    if before.strip(b"\0\t\r\n \xef\xbb\xbf") or any(
        mark in behind for mark in (b"PK\x05\x06", b"MZ", b"\x7fELF")
    ):
        raise RefusedError(TWO_IN_ONE.found())
