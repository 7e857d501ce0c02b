"""Pictures as cameras, telephones and attackers make them."""

import struct
import zlib
from io import BytesIO

import piexif
from PIL import Image, PngImagePlugin

PLACE = b"Warlingham Park, ward 3"


def saved(picture, format="PNG", **options) -> bytes:
    """The bytes of a picture in a format."""
    written = BytesIO()
    picture.save(written, format, **options)
    return written.getvalue()


def plain(format="PNG", size=(40, 30), **options) -> bytes:
    """A small picture without any data beside it."""
    return saved(Image.new("RGB", size, "teal"), format, **options)


def two_halves(size=(80, 40)) -> Image.Image:
    """Red on the left, blue on the right: shows which way up it is."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    return picture


def exif(orientation: int = 1) -> bytes:
    """What a telephone writes: where, with which device, and how it was held."""
    return piexif.dump(
        {
            "0th": {piexif.ImageIFD.Make: PLACE, piexif.ImageIFD.Orientation: orientation},
            "GPS": {
                piexif.GPSIFD.GPSLatitudeRef: b"N",
                piexif.GPSIFD.GPSLatitude: ((51, 1), (18, 1), (3013, 100)),
                piexif.GPSIFD.GPSAreaInformation: PLACE,
            },
        }
    )


def xmp() -> bytes:
    """Adobe's packet, with a place in it."""
    return b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><place>" + PLACE + b"</place></x:xmpmeta>"


def with_private_data(format: str, orientation: int = 1, icc_profile: bytes = b"") -> bytes:
    """A picture with everything in it that its format can hold about where it was taken."""
    options = {"exif": exif(orientation), "icc_profile": icc_profile or None}
    if format == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Location", PLACE.decode())
        text.add_itxt("XML:com.adobe.xmp", xmp().decode())
        return saved(two_halves(), "PNG", pnginfo=text, **options)
    if format == "JPEG":
        content = saved(two_halves(), "JPEG", quality=90, xmp=xmp(), comment=PLACE, **options)
        return content[:2] + iptc_segment() + content[2:]
    if format == "WEBP":
        options["quality"] = 90
    return saved(two_halves(), format, xmp=xmp(), **options)


def iptc_segment() -> bytes:
    """Photoshop's segment of a JPEG, with a place as newspapers record it."""
    record = b"\x1c\x02\x5a" + struct.pack(">H", len(PLACE)) + PLACE
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(record)) + record
    segment = b"Photoshop 3.0\x00" + resource + b"\x00" * (len(resource) % 2)
    return b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment


def png_claiming(width: int, height: int) -> bytes:
    """A PNG of a hundred bytes that says it is as large as asked."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    )


def text_bomb() -> bytes:
    """A small PNG whose text unfolds to 64 megabytes."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "0" * (64 * 1024 * 1024), zip=True)
    return saved(Image.new("RGB", (8, 8)), "PNG", pnginfo=text)


def animated(format: str, frames: int = 3, size=(40, 30)) -> bytes:
    """A moving picture."""
    pictures = [Image.new("RGB", size, (shade, 0, 0)) for shade in range(0, frames * 10, 10)]
    return saved(pictures[0], format, save_all=True, append_images=pictures[1:], duration=100)


def from_a_telephone_with_two_lenses() -> bytes:
    """A JPEG with a second picture inside, which holds the place as well."""
    return saved(two_halves(), "MPO", save_all=True, append_images=[two_halves((8, 4))], exif=exif())
