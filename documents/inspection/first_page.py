"""A picture of a PDF's first page."""

from io import BytesIO
from pathlib import Path

import pypdfium2

# Twice the width at which it is shown, for screens with fine dots.
PICTURE_WIDTH = 240  # pixels
MAX_SCALE = 4
MAX_PICTURE_HEIGHT = 480  # pixels


def picture(path: Path) -> bytes:
    """A small JPEG of the first page. Raises PdfiumError where there is none."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        width, height = page.get_size()
        scale = min(PICTURE_WIDTH / max(width, 1), MAX_PICTURE_HEIGHT / max(height, 1), MAX_SCALE)
        bitmap = page.render(scale=scale, may_draw_forms=False)
        written = BytesIO()
        bitmap.to_pil().convert("RGB").save(written, "JPEG", quality=80, optimize=True)
        page.close()
        return written.getvalue()
