"""Where in a recording an item of the agenda begins."""

import re
from dataclasses import dataclass

from .words import time_code

YOUTUBE = re.compile(r"^https://(?:[\w-]+\.)?(?:youtube\.com|youtu\.be)/")


@dataclass(frozen=True)
class Watch:
    """A moment of a recording: what the link says, and where it leads."""

    at: str
    url: str


def watch(recording, seconds: int) -> Watch:
    """The way into a recording at some seconds from its start."""
    address = recording.url or (recording.file.url if recording.file else "")
    if YOUTUBE.match(address):
        base = address.split("#")[0]
        return Watch(time_code(seconds), f"{base}{'&' if '?' in base else '?'}t={seconds}s")
    # Browsers and most players take it; elsewhere it opens at the start.
    ending = f"t={seconds}s" if address.startswith("https://vimeo.com/") else f"t={seconds}"
    return Watch(time_code(seconds), f"{address.split('#')[0]}#{ending}")


def mark(agenda, recording) -> None:
    """Tell the public lines of an agenda from where on one can watch them."""
    for line in lines_of(agenda):
        seconds = recording.time_codes.get(str(line.item.pk))
        if seconds is not None and not line.item.is_private:
            line.watch = watch(recording, seconds)


def lines_of(agenda):
    """Every line of an agenda, sub-items after their own item."""
    for line in (*agenda.part_a, *agenda.part_b):
        yield line
        yield from line.sub_lines
