"""What a picture's file says beside the picture: where, when and on whose telephone it was taken. None of it is kept.

The colour profile stays, or colours would shift. A file without private data stays as it is, byte for byte.
"""

from io import BytesIO

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import get_sampling

from .inspection import opened

# What Pillow reads from a file that belongs to the picture; anything not named here is private until shown otherwise.
HARMLESS = {
    "adobe", "adobe_transform", "background", "bbox", "chromaticity", "cicp", "default_image", "dpi", "duration",
    "gamma", "icc_profile", "interlace", "jfif", "jfif_density", "jfif_unit", "jfif_version", "loop",
    "progression", "progressive", "srgb", "timestamp", "transparency", "version",
}  # fmt: skip
# Segments of a JPEG that only say how to draw it.
HARMLESS_SEGMENTS = {"APP0": b"JFIF", "APP2": b"ICC_PROFILE", "APP14": b"Adobe"}
# How a file ends where nothing hangs on behind: telephones append a short film with its own place and time.
ENDS = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82", "GIF": b";"}
LOSSLESS_WEBP = b"VP8L"


def holds_private_data(picture: Image.Image, content: bytes) -> bool:
    """Whether a decoded picture's file, whose bytes are `content`, holds more than the picture."""
    if picture.info.keys() - HARMLESS:
        return True
    if not content.rstrip(b"\0").endswith(ENDS.get(picture.format, b"")):
        return True
    if picture.format == "JPEG":
        return any(
            not data.startswith(HARMLESS_SEGMENTS.get(name, b"\0nothing")) for name, data in picture.applist
        )
    if picture.format == "PNG":
        return bool(picture.text or picture.private_chunks) or b"tIME" in content
    return picture.format == "MPO"


def without_private_data(file) -> bytes | None:
    """The bytes of a picture's file without its private data and turned the right way up; None where it has none.

    Raises a ValidationError where the file cannot be used as a picture.
    """
    picture = opened(file)
    file.seek(0)
    content = file.read()
    file.seek(0)
    if not holds_private_data(picture, content):
        return None
    written = BytesIO()
    upright = ImageOps.exif_transpose(picture)
    options = {key: upright.info[key] for key in ("icc_profile", "transparency") if key in upright.info}
    options |= as_it_was(picture, content)
    # Encoders write what they find in `info` unless it is gone.
    upright.info = {}
    upright.save(written, **options)
    return written.getvalue()


def as_it_was(picture: Image.Image, content: bytes) -> dict:
    """How to save a picture so that it loses as little as its format allows."""
    if picture.format in ("JPEG", "MPO"):
        # The camera's own tables: the second compression then rounds as the first one did.
        return {
            "format": "JPEG",
            "qtables": picture.quantization,
            "subsampling": get_sampling(picture),
            "progressive": bool(picture.info.get("progressive")),
            "optimize": True,
        }
    if picture.format == "WEBP":
        lossless = content[12:16] == LOSSLESS_WEBP or LOSSLESS_WEBP in content[12:4096]
        return {"format": "WEBP", "lossless": lossless, "quality": 100 if lossless else 92, "method": 4}
    if picture.format == "AVIF":
        return {"format": "AVIF", "quality": 90}
    return {"format": picture.format, "optimize": True}
