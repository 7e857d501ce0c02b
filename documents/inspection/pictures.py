"""Pictures inside documents, without what a camera wrote into them: place, time, owner. No point of them changes."""

import struct
import zlib

# Segments of a JPEG that say how to draw it: the frame, tables, scans, JFIF, colour profile, Adobe's colour transform.
PRIVATE_SEGMENTS = {0xE1, 0xED, 0xFE, *range(0xE3, 0xED), 0xEF}
PRIVATE_CHUNKS = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"}
PNG = b"\x89PNG\r\n\x1a\n"
ORIENTATION = 0x0112


def without_private_data(content: bytes) -> bytes:
    """A JPEG's or PNG's bytes without private data; anything else, or what makes no sense, as it is."""
    try:
        if content.startswith(b"\xff\xd8"):
            return cleaned_jpeg(content)
        if content.startswith(PNG):
            return cleaned_png(content)
    except (struct.error, IndexError):
        return content
    return content


def cleaned_jpeg(content: bytes) -> bytes:
    """A JPEG without its camera's notes; which way up it is stays, or it would turn."""
    kept, place, turned = [b"\xff\xd8"], 2, None
    while place + 4 <= len(content):
        if content[place] != 0xFF:
            return content
        mark = content[place + 1]
        if mark == 0xFF:
            place += 1
            continue
        if mark == 0xDA:  # the picture itself, to the end
            return b"".join([*kept, turned or b"", content[place:]])
        length = struct.unpack(">H", content[place + 2 : place + 4])[0] + 2
        segment = content[place : place + length]
        if mark == 0xE1 and segment[4:10] == b"Exif\0\0":
            turned = orientation_segment(segment[10:])
        if mark not in PRIVATE_SEGMENTS:
            kept.append(segment)
        place += length
    return content


def orientation_segment(exif: bytes) -> bytes:
    """A segment that says only which way up a picture is; nothing where it is upright."""
    order = ">" if exif.startswith(b"MM") else "<"
    start = struct.unpack(f"{order}I", exif[4:8])[0]
    count = struct.unpack(f"{order}H", exif[start : start + 2])[0]
    for index in range(min(count, 200)):
        entry = exif[start + 2 + 12 * index : start + 14 + 12 * index]
        tag, _, _, value = struct.unpack(f"{order}HHIH", entry[:10])
        if tag == ORIENTATION and 2 <= value <= 8:
            directory = struct.pack(">HHHIHHI", 1, ORIENTATION, 3, 1, value, 0, 0)
            body = b"Exif\0\0MM\0*\0\0\0\x08" + directory
            return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    return b""


def cleaned_png(content: bytes) -> bytes:
    """A PNG without its notes."""
    kept, place = [PNG], 8
    while place + 12 <= len(content):
        length = struct.unpack(">I", content[place : place + 4])[0]
        chunk = content[place : place + 12 + length]
        kind = chunk[4:8]
        if len(chunk) < 12 + length or zlib.crc32(chunk[4:-4]) != struct.unpack(">I", chunk[-4:])[0]:
            return content
        if kind not in PRIVATE_CHUNKS:
            kept.append(chunk)
        place += 12 + length
        if kind == b"IEND":
            return b"".join(kept)
    return content
