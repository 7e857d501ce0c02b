"""The pages of a PDF: their text, whether they are pictures only, and whether a dark box lies over text.

pypdfium2 is not thread-safe and calls into C: this runs in the inspection's own process only.
"""

import ctypes
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from . import limits

DARK = 80  # of 255
OPAQUE = 200  # of 255
MOST_OF = 0.7  # of a letter's area
LETTERS_TO_MATTER = 2
MAX_NESTING = 6
IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True)
class Page:
    """What one page shows and holds."""

    number: int
    text: str
    is_picture_only: bool
    covers_text: bool


@dataclass(frozen=True)
class Box:
    """A rectangle filled with a dark colour, and its turn among all that is drawn."""

    turn: int
    left: float
    bottom: float
    right: float
    top: float
    colour: tuple[int, int, int]

    def covers(self, left: float, bottom: float, right: float, top: float) -> bool:
        """Whether most of a letter's area lies inside."""
        area = (right - left) * (top - bottom)
        width = min(self.right, right) - max(self.left, left)
        height = min(self.top, top) - max(self.bottom, bottom)
        return area > 0 and width > 0 and height > 0 and width * height >= MOST_OF * area


class Drawing:
    """The order in which a page is drawn: its dark boxes, each text's turn and colour, and whether it has pictures."""

    def __init__(self, page: pypdfium2.PdfPage):
        self.boxes: list[Box] = []
        self.turns: dict[int, tuple[int, tuple | None]] = {}
        self.has_pictures = False
        self.turn = 0
        count = pdfium.FPDFPage_CountObjects(page)
        self.follow((pdfium.FPDFPage_GetObject(page, index) for index in range(count)), IDENTITY, 0)

    def follow(self, drawn, matrix: tuple, depth: int) -> None:
        """Go through what is drawn, and through what is drawn inside that."""
        for entry in drawn:
            self.turn += 1
            if self.turn > limits.MAX_PAGE_OBJECTS:
                return
            kind = pdfium.FPDFPageObj_GetType(entry)
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.has_pictures = True
            elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self.turns[address(entry)] = (self.turn, fill_colour(entry))
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                box = dark_box(entry, matrix, self.turn)
                if box:
                    self.boxes.append(box)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_NESTING:
                inner = (
                    pdfium.FPDFFormObj_GetObject(entry, index)
                    for index in range(pdfium.FPDFFormObj_CountObjects(entry))
                )
                self.follow(inner, multiplied(matrix_of(entry), matrix), depth + 1)

    def covers_text(self, text_page: pypdfium2.PdfTextPage) -> bool:
        """Whether letters lie under a dark box, or on one in its own colour."""
        if not self.boxes:
            return False
        covered = 0
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        for index in range(text_page.count_chars()):
            if not pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top):
                continue
            letter = (left.value, bottom.value, right.value, top.value)
            over = [box for box in self.boxes if box.covers(*letter)]
            if not over:
                continue
            entry = pdfium.FPDFText_GetTextObject(text_page, index)
            turn, colour = self.turns.get(address(entry), (None, None)) if entry else (None, None)
            if turn is not None and any(
                box.turn > turn or (colour is not None and alike(colour, box.colour)) for box in over
            ):
                covered += 1
                if covered >= LETTERS_TO_MATTER:
                    return True
        return False


def pages_of(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    """Each page of an open PDF, until the time for looking at pages is over."""
    end = time.monotonic() + limits.PAGES_SECONDS
    for number in range(1, len(document) + 1):
        if time.monotonic() > end:
            return
        yield look_at(document, number)


def look_at(document: pypdfium2.PdfDocument, number: int) -> Page:
    """What one page shows and holds; a page that cannot be drawn is taken for an empty one."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return Page(number, "", False, False)
    try:
        text_page = page.get_textpage()
        try:
            text = text_page.get_text_range()
            drawing = Drawing(page)
            is_picture_only = drawing.has_pictures and not text.strip()
            return Page(number, text, is_picture_only, drawing.covers_text(text_page))
        finally:
            text_page.close()
    finally:
        page.close()


def address(entry) -> int:
    """Where an object of pdfium stands in memory, by which the same object is known again."""
    return ctypes.cast(entry, ctypes.c_void_p).value or 0


def fill_colour(entry) -> tuple[int, int, int, int] | None:
    """Red, green, blue and opacity an object is filled with, each of 255; None where it cannot be known."""
    values = [ctypes.c_uint() for _ in range(4)]
    return tuple(value.value for value in values) if pdfium.FPDFPageObj_GetFillColor(entry, *values) else None


def alike(one: tuple, other: tuple) -> bool:
    """Whether two colours cannot be told apart."""
    return all(abs(a - b) <= 24 for a, b in zip(one[:3], other[:3], strict=True))


def dark_box(entry, matrix: tuple, turn: int) -> Box | None:
    """A drawn shape as a dark box, where it is one: filled, opaque, with the few corners of a rectangle."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(entry, mode, stroke) or mode.value == pdfium.FPDF_FILLMODE_NONE:
        return None
    colour = fill_colour(entry)
    if colour is None or max(colour[:3]) > DARK or colour[3] < OPAQUE:
        return None
    if not 4 <= pdfium.FPDFPath_CountSegments(entry) <= 6:
        return None
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(entry, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    corners = [placed(x, y, matrix) for x in (left, right) for y in (bottom, top)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return Box(turn, min(across), min(up), max(across), max(up), colour[:3])


def matrix_of(entry) -> tuple:
    """How an object is placed on what it is drawn on."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(entry, matrix):
        return IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def multiplied(one: tuple, other: tuple) -> tuple:
    """Two placings, one after the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def placed(x: float, y: float, matrix: tuple) -> tuple[float, float]:
    """A point after a placing."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
