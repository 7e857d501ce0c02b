"""Numbers drawn as rows of dots, true to size: ten dots to a row, each standing for a round number.

A row is one stroke of an SVG path with round caps and a dash of no length, so that a hundred dots cost as much as ten,
keep their colour in print and take the reader's own colours where those are forced.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

PER_ROW = 10
STEP = 12
MOST = 100
WORDS = {10**9: " billion", 10**6: " million"}


def rows_of_dots(first: int, last: int) -> str:
    """The path through dots number `first` up to but without `last`, counted from 0 at the top left."""
    strokes = []
    while first < last:
        row, column = divmod(first, PER_ROW)
        here = min(PER_ROW - column, last - first)
        # A little longer than it need be: a dot at the very end of a stroke may be rounded away.
        strokes.append(f"M{column * STEP + STEP // 2} {row * STEP + STEP // 2}h{(here - 1) * STEP + 0.1}")
        first += here
    return "".join(strokes)


def in_words(number: int) -> str:
    """A round number as people read it: "1,000", "10 million"."""
    for size, word in WORDS.items():
        if number >= size:
            return f"{number // size:,}{word}"
    return f"{number:,}"


@dataclass(frozen=True)
class Pictogram:
    """A number as dots: `filled` of `dots` stand out; each stands for `each`."""

    filled: int
    dots: int
    each: int

    @property
    def filled_path(self) -> str:
        """The dots that count."""
        return rows_of_dots(0, self.filled)

    @property
    def empty_path(self) -> str:
        """Those that make up the whole, where there is one."""
        return rows_of_dots(self.filled, self.dots)

    @property
    def width(self) -> int:
        """In the units of the paths."""
        return min(self.dots, PER_ROW) * STEP

    @property
    def height(self) -> int:
        """In the units of the paths."""
        return -(-self.dots // PER_ROW) * STEP

    @property
    def each_in_words(self) -> str:
        """What a dot stands for, or "" where it is simply one."""
        return in_words(self.each) if self.each > 1 else ""


def pictogram(value: Decimal, unit: str) -> Pictogram | None:
    """Draw a number: a share of a hundred dots for a percentage, else as many as fit below a hundred.

    None where dots would not be true: nothing at all, a negative number, more than 100 %.
    """
    if unit == "%":
        if not 0 <= value <= MOST:
            return None
        return Pictogram(int(value.quantize(Decimal(1), ROUND_HALF_UP)), MOST, 1)
    each = 1
    while value / each >= MOST:
        each *= 10
    filled = int((value / each).quantize(Decimal(1), ROUND_HALF_UP))
    return Pictogram(filled, filled, each) if 0 < filled <= MOST else None
