"""The text of a PDF page by page, how many pages it has, and a picture of the first."""

from io import BytesIO
from pathlib import Path

import pypdfium2

from . import limits

PICTURE_WIDTH = 600  # pixels
MAX_SCALE = 4
MAX_PICTURE_HEIGHT = 2_000  # pixels


def page_count(path: Path) -> int:
    """How many pages a PDF has. Raises pypdfium2.PdfiumError where it cannot be opened."""
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def extract_text(path: Path) -> list[str]:
    """The text of each page, in the order of the pages; empty for a page that cannot be read."""
    with pypdfium2.PdfDocument(path) as document:
        return [text_of(document, number) for number in range(min(len(document), limits.MAX_PAGES))]


def text_of(document: pypdfium2.PdfDocument, index: int) -> str:
    """The text of one page, counted from 0, with ordinary line ends."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return ""
    try:
        text_page = page.get_textpage()
        try:
            return text_page.get_text_range().replace("\r\n", "\n").replace("\0", "")
        finally:
            text_page.close()
    finally:
        page.close()


def first_page_picture(path: Path) -> bytes:
    """A PNG of the first page, 600 pixels wide unless it is very long. Raises PdfiumError where there is none."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        width, height = page.get_size()
        scale = min(PICTURE_WIDTH / max(width, 1), MAX_PICTURE_HEIGHT / max(height, 1), MAX_SCALE)
        bitmap = page.render(scale=scale, may_draw_forms=False)
        written = BytesIO()
        bitmap.to_pil().convert("RGB").save(written, "PNG", optimize=True)
        page.close()
        return written.getvalue()
