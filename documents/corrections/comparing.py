"""The texts of two versions of a publication, compared word by word."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from bs4 import BeautifulSoup
from django.db.models import DateField
from django.utils.html import strip_tags
from wagtail.fields import RichTextField, StreamField

from partnership.content.partial_dates import Precision, partial_date

from .changes import text_fields

PARAGRAPHS = [
    *(f"h{level}" for level in range(1, 7)),
    "p",
    "li",
    "td",
    "th",
    "dt",
    "dd",
    "caption",
    "figcaption",
    "summary",
]
# Beyond this a paragraph is marked as a whole: comparing takes the square of its words.
MOST_WORDS = 1500
# Beyond this, pairs of words looked at in one comparison, too: a page must not keep the server busy.
MOST_EFFORT = 10_000_000
# Two paragraphs less alike than this are two paragraphs, and not one that was changed.
ALIKE = 0.3
SAME, TAKEN_OUT, PUT_IN = "same", "taken_out", "put_in"


@dataclass
class Piece:
    """Some words, and whether they stayed, were taken out or were put in."""

    kind: str
    words: str


def paragraphs_of(page, request) -> list[str]:
    """What a version says, paragraph by paragraph: its facts, its body as readers saw it, its files."""
    found = []
    for field in text_fields(page):
        if isinstance(field, StreamField):
            continue
        if words := words_in(page, field):
            found.append(f"{field.verbose_name.capitalize()}: {' '.join(words.split())}")
    found += [f"With: {organisation.name}" for organisation in page.contributors.all()]
    for block in page.body or []:
        html = block.render({"request": request, "page": page, "anchor": "", "heading_level": 2})
        soup = BeautifulSoup(html, "html.parser")
        for part in soup.find_all(PARAGRAPHS):
            # A list item that holds paragraphs is told by them.
            if not part.find(PARAGRAPHS) and (words := " ".join(part.get_text(" ").split())):
                found.append(words)
    return found + [f"File: {file.name}" for file in page.files.all()]


def words_in(page, field) -> str:
    """What one field says, as a reader would."""
    # How much of a date is known is seen in the date.
    if field.name.endswith("_precision"):
        return ""
    value = getattr(page, field.name)
    if isinstance(field, DateField):
        precision = getattr(page, field.name.replace("_on", "_precision"), Precision.DAY)
        return partial_date(value, precision)
    if field.choices:
        return page._get_FIELD_display(field)
    words = "" if value is None else str(value)
    return strip_tags(words) if isinstance(field, RichTextField) else words


def compare(old: list[str], new: list[str]) -> list[list[Piece]]:
    """Both texts in one, paragraph by paragraph, each in pieces that stayed, went or came."""
    result, effort = [], 0
    # In long texts, lines that stand on every page tell nothing about what belongs together.
    for step, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        if step == "equal":
            result += [[Piece(SAME, words)] for words in old[i1:i2]]
        else:
            for before, after in zip_longest(old[i1:i2], new[j1:j2], fillvalue=""):
                effort += len(before.split()) * len(after.split())
                result += changed(before, after, effort > MOST_EFFORT)
    return result


def changed(before: str, after: str, as_a_whole: bool = False) -> list[list[Piece]]:
    """One paragraph that was changed, put in or taken out."""
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    too_long = as_a_whole or max(len(old), len(new)) > MOST_WORDS
    if too_long or not before or not after or matcher.ratio() < ALIKE:
        whole = ((TAKEN_OUT, before), (PUT_IN, after))
        return [[Piece(kind, words)] for kind, words in whole if words]
    pieces = []
    for step, i1, i2, j1, j2 in matcher.get_opcodes():
        if step == "equal":
            pieces.append(Piece(SAME, " ".join(old[i1:i2])))
            continue
        for kind, words in ((TAKEN_OUT, old[i1:i2]), (PUT_IN, new[j1:j2])):
            if words:
                pieces.append(Piece(kind, " ".join(words)))
    return [pieces]
