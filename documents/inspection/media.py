"""Films and recordings: whole, really what they say they are, and without the place they were made."""

import struct
from pathlib import Path

from . import kinds, limits
from .report import Examined, RefusedError, Rule, Severity

PLACE = Rule(
    "recording-place",
    Severity.WARNED,
    "The recording says where on earth it was made.",
    "Export it again without location, for instance with “Remove location” on a telephone.",
)
# How cameras and telephones write it.
PLACE_MARKS = (b"\xa9xyz", b"com.apple.quicktime.location", b"loci")
# Kilobits a second and samples a second of MPEG layer III, by version (ISO/IEC 11172-3 and 13818-3).
BIT_RATES = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
SAMPLE_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def inspect_media(path: Path, ending: str, own_domains=()) -> Examined:
    """Look into an MP4, WebM or MP3 file. Raises RefusedError where it is damaged."""
    examined = Examined()
    size = path.stat().st_size
    with path.open("rb") as file:
        whole = {"mp4": is_whole_mp4, "webm": is_whole_webm, "mp3": is_whole_mp3}[ending](file, size)
        if not whole:
            raise RefusedError(kinds.UNREADABLE.found(expected=kinds.name_of(ending)))
        file.seek(0)
        head = file.read(4 * limits.MEGABYTE)
        file.seek(max(0, size - 4 * limits.MEGABYTE))
        end = file.read()
    if ending == "mp4" and any(mark in part for mark in PLACE_MARKS for part in (head, end)):
        examined.findings.append(PLACE.found())
    return examined


def is_whole_mp4(file, size: int) -> bool:
    """Whether an MP4's boxes follow one another to the file's end, the table of contents among them."""
    place, kinds_seen = 0, []
    while place < size and len(kinds_seen) < 10_000:
        file.seek(place)
        header = file.read(16)
        if len(header) < 8:
            return False
        length, kind = struct.unpack(">I4s", header[:8])
        if length == 1:
            if len(header) < 16:
                return False
            length = struct.unpack(">Q", header[8:])[0]
        elif length == 0:
            length = size - place
        if length < 8 or place + length > size:
            return False
        kinds_seen.append(kind)
        place += length
    return kinds_seen[:1] == [b"ftyp"] and b"moov" in kinds_seen


def is_whole_webm(file, size: int) -> bool:
    """Whether a WebM begins with its header and one segment that fits into the file."""
    file.seek(0)
    head = file.read(4096)
    segment = head.find(b"\x18\x53\x80\x67")
    if segment < 0 or segment + 5 > len(head):
        return False
    first = head[segment + 4]
    if first == 0:
        return False
    width = 9 - first.bit_length()
    digits = head[segment + 4 : segment + 4 + width]
    length = int.from_bytes(digits, "big") & ((1 << 7 * width) - 1)
    is_unknown = length == (1 << 7 * width) - 1  # a live recording does not say how long it becomes
    return is_unknown or segment + 4 + width + length <= size


def is_whole_mp3(file, size: int) -> bool:
    """Whether three frames of sound follow one another where the recording should begin."""
    file.seek(0)
    header = file.read(10)
    place = 0
    if header.startswith(b"ID3") and len(header) == 10:
        if any(byte & 0x80 for byte in header[6:10]):
            return False
        place = 10 + sum(
            (byte & 0x7F) << shift for byte, shift in zip(header[6:10], (21, 14, 7, 0), strict=True)
        )
    file.seek(place)
    sound = file.read(65536)
    return any(frames_follow(sound, start) for start in range(min(4096, len(sound) - 4)))


def frames_follow(sound: bytes, start: int) -> bool:
    """Whether three frames of MPEG layer III begin here, one behind the other."""
    for _ in range(3):
        length = frame_length(sound[start : start + 4])
        if not length:
            return False
        start += length
    return start <= len(sound)


def frame_length(header: bytes) -> int:
    """How many bytes the frame with this header has; 0 where it is no frame."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE6 != 0xE2:
        return 0
    version, rate, sample = header[1] >> 3 & 3, header[2] >> 4, header[2] >> 2 & 3
    if version == 1 or rate in (0, 15) or sample == 3:
        return 0
    bits = BIT_RATES[3 if version == 3 else 2][rate] * 1000
    slots = 144 if version == 3 else 72
    return slots * bits // SAMPLE_RATES[version][sample] + (header[2] >> 1 & 1)
