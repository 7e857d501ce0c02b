"""The text of a file page by page, for readers who cannot use the file and for the search.

Only what the file shows: what was deleted, commented or hidden in it stays out, and of a PDF page on which a dark box
lies over text nothing is taken, because the box may stand for words that nobody is to read.
"""

import re
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2

from . import containers, kinds, limits, text
from .pdf_pages import Drawing

WORD_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
# Inside these nothing is for readers: deleted or moved away, or said beside the text.
WORD_UNSHOWN = frozenset(("del", "moveFrom", "Fallback"))
OPEN_UNSHOWN = frozenset(
    ("tracked-changes", "annotation", "hidden-text", "hidden-paragraph", "notes", "forms", "script")
)
OPEN_PARAGRAPHS = ("text:p", "text:h")
OPEN_SPACES = {"s": " ", "tab": "\t", "line-break": "\n"}
# A word broken at the end of a line, as pdfium marks it, and other letters that cannot be seen.
BROKEN_WORD = re.compile("[\x02\xad\ufffe]\r?\n?")
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufeff\ufff0-\ufffd]")


class NoTextError(Exception):
    """The file cannot be read; the message says why, in words for its editor."""


@dataclass
class PageTexts:
    """What was taken from a file: each page's text, and the numbers of pages whose text is withheld."""

    pages: list[str] = field(default_factory=list)
    withheld: list[int] = field(default_factory=list)
    # How many pages a reader turns: those of a PDF, the slides of a presentation. None where there are none.
    page_count: int | None = None


def cleaned(words: str) -> str:
    """Text that every database and screen takes, with ordinary line ends and whole words."""
    words = BROKEN_WORD.sub("", words).replace("\r\n", "\n").replace("\r", "\n")
    return UNSEEN.sub("", words).strip()[: limits.MAX_PAGE_TEXT]


def of_pdf(path: Path) -> PageTexts:
    """The text of each page of a PDF, as far as time allows."""
    end = time.monotonic() + limits.READING_SECONDS
    try:
        with pypdfium2.PdfDocument(path) as document:
            found = PageTexts(page_count=len(document))
            for number in range(1, min(len(document), limits.MAX_PAGES) + 1):
                if time.monotonic() > end:
                    break
                words, is_covered = look_at(document, number)
                found.pages.append("" if is_covered else cleaned(words))
                if is_covered:
                    found.withheld.append(number)
            return found
    except pypdfium2.PdfiumError as damage:
        raise NoTextError("The PDF cannot be opened: it is damaged or locked with a password.") from damage


def look_at(document: pypdfium2.PdfDocument, number: int) -> tuple[str, bool]:
    """The text of one page, and whether a box covers some of it; nothing for a page that cannot be drawn."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return "", False
    try:
        text_page = page.get_textpage()
        try:
            words = text_page.get_text_range()
            return words, bool(words.strip()) and has_covered_text(page, text_page)
        finally:
            text_page.close()
    finally:
        page.close()


def has_covered_text(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> bool:
    """Whether a dark box lies over text. Boxes with no letter near them are asked about first, which is quick."""
    drawing = Drawing(page)
    drawing.boxes = [
        box
        for box in drawing.boxes
        if text_page.get_text_bounded(box.left - 1, box.bottom - 1, box.right + 1, box.top + 1).strip()
    ]
    return drawing.covers_text(text_page)


def of_docx(path: Path) -> PageTexts:
    """The text of a Word document in one piece; its pages are made only when it is opened."""
    with containers.opened(path, "docx") as archive:
        parts = [word_text(archive, name) for name in WORD_PARTS if name in archive.namelist()]
    return PageTexts(pages=[cleaned("\n".join(parts))])


def word_text(archive: zipfile.ZipFile, name: str) -> str:
    """The shown words of one part of a Word document."""
    words, unshown, is_hidden = [], 0, False
    for tag, element, begins in containers.elements(archive, name, starts=True):
        if tag in WORD_UNSHOWN:
            unshown += 1 if begins else -1
        elif tag == "r":
            is_hidden = False
        elif begins and tag == "vanish":
            is_hidden = containers.attributes(element).get("val", "1") not in ("0", "false", "off")
        elif not begins and not unshown and not is_hidden:
            if tag == "t":
                words.append(element.text or "")
            elif tag in ("p", "br", "cr"):
                words.append("\n")
            elif tag in ("tab", "tc"):
                words.append("\t")
    return "".join(words)


def of_pptx(path: Path) -> PageTexts:
    """The text of each slide that is shown."""
    with containers.opened(path, "pptx") as archive:
        slides = sorted(
            (int(match[1]), name) for name in archive.namelist() if (match := SLIDE.fullmatch(name))
        )
        texts = [slide_text(archive, name) for _, name in slides]
    return PageTexts(pages=[cleaned(words) for words in texts], page_count=len(texts) or None)


def slide_text(archive: zipfile.ZipFile, name: str) -> str:
    """The words of one slide; nothing of a hidden one."""
    words = []
    for tag, element, begins in containers.elements(archive, name, starts=True):
        if begins and tag == "sld" and containers.attributes(element).get("show", "1") in ("0", "false"):
            return ""
        if not begins and tag == "t":
            words.append(element.text or "")
        elif not begins and tag in ("p", "br"):
            words.append("\n")
    return "".join(words)


def of_opendocument(path: Path) -> PageTexts:
    """The text of a LibreOffice document: a presentation's by slide, a text's in one piece."""
    with containers.opened(path, "odt") as archive:
        return OpenWords(archive).found


class OpenWords:
    """The shown words of a LibreOffice document, gathered element by element."""

    def __init__(self, archive: zipfile.ZipFile):
        self.pages, self.words = [], []
        self.slides = self.unshown = self.paragraphs = 0
        self.hidden_styles, self.style = set(), ""
        containers.stream(archive, "content.xml", self.begin, self.add, self.end)
        self.turn()
        pages = [cleaned(words) for words in self.pages]
        self.found = PageTexts(
            pages=pages[-self.slides :] if self.slides else pages, page_count=self.slides or None
        )

    def turn(self) -> None:
        """Begin a new page."""
        self.pages.append("".join(self.words))
        self.words = []

    def begin(self, tag: str, attributes: dict) -> None:
        name = tag.rpartition(":")[2]
        values = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name == "style":
            self.style = values.get("name", "")
        elif values.get("display") == "none" or values.get("visibility") == "hidden":
            self.hidden_styles.add(self.style)
        if tag == "draw:page":
            self.turn()
            self.slides += 1
        if self.unshown or name in OPEN_UNSHOWN or self.hides(tag, values):
            self.unshown += 1
        elif tag in OPEN_PARAGRAPHS:
            self.paragraphs += 1
        elif name in OPEN_SPACES:
            self.words.append(OPEN_SPACES[name])

    def hides(self, tag: str, values: dict) -> bool:
        """Whether an element, with all that is in it, is not shown."""
        if tag.startswith("style:"):
            return False
        return values.get("display") == "none" or values.get("style-name") in self.hidden_styles

    def add(self, words: str) -> None:
        if self.paragraphs and not self.unshown:
            self.words.append(words)

    def end(self, tag: str) -> None:
        if self.unshown:
            self.unshown -= 1
        elif tag in OPEN_PARAGRAPHS:
            self.paragraphs -= 1
            self.words.append("\n")


def of_letters(path: Path) -> PageTexts:
    """A plain text."""
    return PageTexts(pages=[cleaned(text.decoded(text.read(path, "txt"))[0])])


READERS = {
    "pdf": of_pdf,
    "docx": of_docx,
    "pptx": of_pptx,
    "odt": of_opendocument,
    "odp": of_opendocument,
    "txt": of_letters,
}


def page_texts(path: Path, filename: str) -> PageTexts | None:
    """The text of each page of a file; None for a kind that has none to take. Raises NoTextError."""
    reader = READERS.get(kinds.ending_of(filename))
    if reader is None:
        return None
    try:
        return reader(path)
    except (NoTextError, MemoryError):
        raise
    except Exception as damage:
        # Parsers raise dozens of kinds of error at bytes that make no sense; each means the same here.
        expected = kinds.name_of(kinds.ending_of(filename))
        raise NoTextError(f"The file is damaged or is not really {expected}.") from damage
