"""The sentence of a text that answers a search best, with what was found in it marked."""

import re
from dataclasses import dataclass

from .query import Query
from .words import PART, stem

SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+|\s*\n+\s*|\s+[•·▪]\s+")
LONGEST = 240
# A shorter sentence says too little: a heading, a name in a list.
TELLING = 45
# A longer text is searched for its sentence this far.
READ = 60_000


@dataclass(frozen=True)
class Sentence:
    """A sentence in pieces: (text, whether it is what was found). A template escapes and marks them."""

    pieces: list[tuple[str, bool]]

    def __str__(self):
        return "".join(text for text, _ in self.pieces)


def best_sentence(text: str, query: Query) -> Sentence | None:
    """The sentence with the most of what is looked for; None where there is nothing of it in the text."""
    wanted = wanted_stems(query)
    if not wanted or not text:
        return None
    beginnings = re.compile("|".join(sorted({re.escape(word[:3]) for word in wanted})), re.IGNORECASE)
    best, most = None, 0
    for sentence in SENTENCE_END.split(text[:READ]):
        # Most sentences begin no word like it: no need to take them apart.
        if not beginnings.search(sentence):
            continue
        spans = [(found.start(), found.end(), stem(found[0])) for found in PART.finditer(sentence)]
        score = len(wanted & {word for _, _, word in spans}) + phrases_in([word for *_, word in spans], query)
        if score > most:
            best, most = (sentence, [(start, end) for start, end, word in spans if word in wanted]), score
    return cut(*best) if best else None


def marked(text: str, query: Query) -> Sentence:
    """A short text with what was looked for marked in it, if there is any of it."""
    wanted = wanted_stems(query)
    marks = [(found.start(), found.end()) for found in PART.finditer(text) if stem(found[0]) in wanted]
    return cut(text, marks or [(0, 0)])


def wanted_stems(query: Query) -> set[str]:
    """The stems to mark: those of all terms that are wanted, and of what means the same."""
    telling = [term for term in query.terms if not term.common] or query.terms
    words = {word for term in telling for word in term.stems}
    return words | {word for same in query.synonyms.values() for other in same for word in other.stems}


def phrases_in(words: list[str], query: Query) -> int:
    """How many of the terms of several words stand in the sentence as they were asked for."""
    joined = f" {' '.join(words)} "
    return sum(2 for term in query.terms if len(term.stems) > 1 and f" {' '.join(term.stems)} " in joined)


def cut(sentence: str, marks: list[tuple[int, int]]) -> Sentence:
    """A sentence in pieces, shortened around its first mark where it is long."""
    start, end = 0, len(sentence)
    if end > LONGEST:
        start = max(0, min(marks[0][0] - LONGEST // 3, end - LONGEST))
        start = sentence.find(" ", start) + 1 if start else 0
        end = min(end, start + LONGEST)
        end = end if end == len(sentence) else max(sentence.rfind(" ", start, end), marks[0][1])
    pieces, at = [("… " if start else "", False)], start
    for mark_start, mark_end in marks:
        if mark_start < at or mark_end > end:
            continue
        pieces += [(sentence[at:mark_start], False), (sentence[mark_start:mark_end], True)]
        at = mark_end
    pieces += [(sentence[at:end], False), (" …" if end < len(sentence) else "", False)]
    return Sentence([piece for piece in pieces if piece[0]])
