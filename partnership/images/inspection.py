"""Whether an uploaded picture can be used: whole, still, and small enough to make other sizes of it.

Size is read from the file's first bytes and judged before anything is decoded: a file of a few kilobytes can unfold to
gigabytes.
"""

import warnings
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ValidationError
from PIL import Image, UnidentifiedImageError

# A picture on a page is 2,000 pixels wide at most; a camera's is 8,000.
MAX_SIDE = 12_000
# Longer strips shrink to nothing in a thumbnail.
MAX_RATIO = 30
FORMATS = ["JPEG", "PNG", "WEBP", "AVIF", "GIF"]

NO_PICTURE = "This is not a picture that the site can show. Upload a JPEG, PNG, WebP, AVIF or GIF file."
DAMAGED = (
    "This picture is damaged or was not uploaded whole. Save it again on your computer, then upload it again."
)
MOVING = (
    "This picture moves. Some readers cannot read beside a moving picture and could not stop it: upload a still "
    "picture, or a video."
)


def allowed_sizes() -> str:
    """The limits in words."""
    millions = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
    return (
        f"A picture may have at most {millions} million pixels in all and {MAX_SIDE:,} pixels on a side, and one side "
        f"may be at most {MAX_RATIO} times as long as the other. Make it smaller, then upload it again."
    )


def check_size(width: int, height: int) -> None:
    """Raise a ValidationError that names the limit where a picture of so many pixels is too large or too thin."""
    longer, shorter = max(width, height), min(width, height)
    if (
        width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
        or longer > MAX_SIDE
        or longer > MAX_RATIO * shorter
    ):
        raise ValidationError(
            f"This picture is {width:,} × {height:,} pixels. {allowed_sizes()}", code="picture_size"
        )


@contextmanager
def words_for_decoders():
    """Turn whatever a decoder raises into a ValidationError in the editor's words."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of what our own, lower limit refuses a moment later.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            yield
    except (ValidationError, FileNotFoundError):
        raise
    except Image.DecompressionBombError as bomb:
        raise ValidationError(f"This picture is too large. {allowed_sizes()}", code="picture_size") from bomb
    except UnidentifiedImageError as unknown:
        raise ValidationError(NO_PICTURE, code="invalid_image") from unknown
    except Exception as damage:
        # There are a dozen kinds, from SyntaxError to struct.error, for bytes that make no sense.
        raise ValidationError(DAMAGED, code="picture_damaged") from damage


def size_of(file) -> tuple[int, int]:
    """A picture's width and height in pixels, without decoding it. Raises a ValidationError where there is none."""
    file.seek(0)
    with words_for_decoders():
        size = Image.open(file, formats=FORMATS).size
        check_size(*size)
    return size


def opened(file) -> Image.Image:
    """Open a file as a picture that is whole, still, in a format we show and within the limits, and decode it.

    Raises a ValidationError in the editor's words for anything else.
    """
    file.seek(0)
    with words_for_decoders():
        picture = Image.open(file, formats=FORMATS)
        check_size(*picture.size)
        # A telephone's JPEG with a second picture inside (MPO) counts as moving for Pillow.
        if picture.format != "MPO" and getattr(picture, "is_animated", False):
            raise ValidationError(MOVING, code="picture_moves")
        picture.load()
    return picture
