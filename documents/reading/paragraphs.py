"""Puts the lines of a page together again to paragraphs: they were broken where the paper ended, not the sentence."""

import re

# A line that fills this much of the page's longest goes on in the next one.
FULL = 0.75
# The beginning of a point in a list: a bullet or a dash, "1. ", "(a) ".
POINT = re.compile(r"[•◦▪●○‣–—*-]\s|\(?(\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a page's text; a short line ends one, as does an empty line, and a point begins one."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    full = FULL * max(map(len, lines), default=0)
    found, goes_on = [], False
    for line in lines:
        if not line:
            goes_on = False
            continue
        if goes_on and not POINT.match(line):
            found[-1] += f" {line}"
        else:
            found.append(line)
        goes_on = len(line) >= full
    return found
