"""Which item of an agenda a file is a paper of: read from its name, for a person to confirm."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from .reading import Line

# "3.2 Quality report", "Item 4 - Finance", "Paper B1", "Enc 03-2", "B 1.2 Contract".
NUMBERED = re.compile(
    r"^(?:agenda\s+item|agenda|item|paper|enclosure|enc|appendix)?[\s.:#-]*"
    r"(?P<part>[AB])?\s?(?P<number>\d{1,2})(?!\d)(?:[.\s-](?P<sub>\d{1,2})(?!\d))?[a-z]?(?=$|[\s.:)-])",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{3,}")
# Words that stand in the names of many papers, and tell none from another.
COMMON = {"the", "and", "for", "of", "report", "paper", "item", "agenda", "final", "draft", "pdf"}
LIKE_ENOUGH = 0.6


@dataclass(frozen=True)
class Match:
    """The item that a file seems to belong to, and what says so."""

    line: Line
    by: str


def match(title: str, lines: list[Line]) -> Match | None:
    """The line of an agenda that a file's name or title fits: by its number, else by its words; None for no guess."""
    by_number = {line.number: line for line in lines}
    found = NUMBERED.match(title.replace("_", " ").strip())
    if found:
        mark = "B" if (found["part"] or "").upper() == "B" else ""
        whole = f"{mark}{int(found['number'])}"
        with_sub = f"{whole}.{int(found['sub'])}" if found["sub"] else ""
        line = by_number.get(with_sub) or by_number.get(whole)
        if line:
            return Match(line, "number")
    likeness, best = max(
        ((alike(title, line.item.title), line) for line in lines), default=(0, None), key=first
    )
    return Match(best, "title") if likeness >= LIKE_ENOUGH else None


def first(pair):
    """The likeness, which is what is compared."""
    return pair[0]


def alike(one: str, other: str) -> float:
    """How alike two titles are, from 0 to 1: the share of telling words they have in common, or of letters."""
    words, wanted = telling_words(one), telling_words(other)
    if not words or not wanted:
        return 0
    shared = len(words & wanted) / len(wanted)
    letters = SequenceMatcher(None, " ".join(sorted(words)), " ".join(sorted(wanted))).ratio()
    return max(shared, letters)


def telling_words(text: str) -> set[str]:
    """The words of a title that tell it from others."""
    return set(WORD.findall(text.lower().replace("_", " "))) - COMMON
