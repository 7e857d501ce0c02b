"""Parts of a file (RFC 9110, section 14), so that a reader can go on where a download broke off."""

import re

# No file has more bytes than 18 digits count; thousands of digits are no number to Python.
RANGE = re.compile(r"^bytes=([0-9]{0,18})-([0-9]{0,18})$")


class RangeNotSatisfiableError(Exception):
    """The part asked for lies outside the file."""


def requested_range(header: str, size: int) -> tuple[int, int] | None:
    """The first and last byte that a Range header asks for of a file of `size` bytes.

    None where there is no header, or one that is to be ignored: several ranges at once, or nonsense.
    Raises RangeNotSatisfiableError where it lies outside the file.
    """
    match = RANGE.match(header.replace(" ", ""))
    if not match or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:  # the last N bytes
        length = min(int(last), size)
        if length == 0:
            raise RangeNotSatisfiableError
        return size - length, size - 1
    start = int(first)
    end = min(int(last), size - 1) if last else size - 1
    if start >= size:
        raise RangeNotSatisfiableError
    if end < start:
        return None
    return start, end


class FilePart:
    """An open file that reads as if it held only `length` bytes from `start`."""

    def __init__(self, file, start: int, length: int):
        file.seek(start)
        self.file = file
        self.left = length

    def read(self, size: int = -1) -> bytes:
        """Read at most `size` bytes of the part; all that is left for a negative size."""
        piece = self.file.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(piece)
        return piece

    def close(self):
        """Close the file behind the part."""
        self.file.close()
