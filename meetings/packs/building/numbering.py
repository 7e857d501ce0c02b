"""Writes on every page of a pack which one it is, in the lower right corner as it is looked at."""

import pikepdf
from pikepdf import Array, Name, Page

# As far from the edges as most printers reach, and no paper of ours has anything there.
AWAY = 10  # points
# A page as wide as A4 has the number as it was set; wider ones in proportion, so that it can be read on them too.
USUAL_WIDTH = 595
A4 = Array([0, 0, 595, 842])


def visible_box(page: Page) -> tuple[float, float, float, float]:
    """What is seen of a page, in its own coordinates; A4 where the page says nothing that makes sense."""
    try:
        left, low, right, high = box_of(page.mediabox)
        inner = box_of(page.cropbox)
        cut = (max(left, inner[0]), max(low, inner[1]), min(right, inner[2]), min(high, inner[3]))
        seen = cut if cut[2] - cut[0] > 1 and cut[3] - cut[1] > 1 else (left, low, right, high)
    except (AttributeError, TypeError, ValueError, pikepdf.PdfError):
        seen = (0, 0, 0, 0)
    if seen[2] - seen[0] <= 1 or seen[3] - seen[1] <= 1:
        page.obj.MediaBox = A4
        if "/CropBox" in page.obj:
            del page.obj["/CropBox"]
        seen = box_of(A4)
    return seen


def box_of(rectangle) -> tuple[float, float, float, float]:
    """A rectangle's lower left and upper right corner, whichever two corners it names."""
    one, two, three, four = (float(number) for number in rectangle)
    return min(one, three), min(two, four), max(one, three), max(two, four)


def turn_of(page: Page) -> int:
    """By how many degrees, clockwise, a page is turned to be looked at: 0, 90, 180 or 270."""
    turn = page.obj.get("/Rotate", 0)
    return int(turn) // 90 * 90 % 360 if isinstance(turn, int) else 0


def placed(page: Page, width: float, height: float) -> tuple[float, ...]:
    """The matrix that puts something of this size in the lower right corner of a page, upright as it is looked at."""
    left, low, right, high = visible_box(page)
    turn = turn_of(page)
    across, up = (high - low, right - left) if turn in (90, 270) else (right - left, high - low)
    scale = min(max(min(across, up) / USUAL_WIDTH, 0.4), 6)
    from_left = max(across - width * scale - AWAY * scale, 0)
    from_foot = min(AWAY * scale, max(up - height * scale, 0))
    return {
        0: (scale, 0, 0, scale, left + from_left, low + from_foot),
        90: (0, scale, -scale, 0, right - from_foot, low + from_left),
        180: (-scale, 0, 0, -scale, right - from_left, high - from_foot),
        270: (0, -scale, scale, 0, left + from_foot, high - from_left),
    }[turn]


def number_pages(pack: pikepdf.Pdf, numbers: pikepdf.Pdf) -> None:
    """Write on each page what stands on the page of `numbers` in its place; screen readers pass over it."""
    for page, written in zip(pack.pages, numbers.pages, strict=True):
        form = pack.copy_foreign(written.as_form_xobject())
        _, _, width, height = box_of(written.mediabox)
        matrix = " ".join(f"{number:.4f}" for number in placed(page, width, height))
        name = page.add_resource(form, Name.XObject, prefix="PackPage")
        page.contents_add(b"q\n", prepend=True)
        drawn = f"\nQ\n/Artifact <</Type /Pagination /Subtype /Footer>> BDC\nq {matrix} cm {name} Do Q\nEMC\n"
        page.contents_add(drawn.encode())
