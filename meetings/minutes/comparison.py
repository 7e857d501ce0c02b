"""Two editions of minutes in one text, item by item, with what was put in and taken out."""

from dataclasses import dataclass

from documents.corrections.comparing import SAME, Piece, compare

from ..models.minutes import MinutesEdition
from .words import paragraphs


@dataclass
class Section:
    """One item, or what stands before the first and after the last, in both editions."""

    heading: str
    paragraphs: list[list[Piece]]
    anchor: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether the two say something else."""
        return any(piece.kind != SAME for pieces in self.paragraphs for piece in pieces)


def changes_between(old: MinutesEdition, new: MinutesEdition) -> list[Section]:
    """What each edition says of each item, in the order of the newer one; what it no longer has comes last."""
    before = {line["item"]: line for line in old.lines}
    after = {line["item"]: line for line in new.lines}
    sections = [section("Opening", old.opening, new.opening)]
    for key in [*after, *(key for key in before if key not in after)]:
        one, other = before.get(key), after.get(key)
        line = other or one
        texts = [told(one), told(other)]
        if one and other and one["title"] != other["title"]:
            texts = [
                [f"Title: {each['title']}", *text] for each, text in zip((one, other), texts, strict=True)
            ]
        heading = f"{line['number']} {line['title']}"
        sections.append(Section(heading, compare(*texts), f"item-{line['number']}"))
    sections.append(section("Closing", old.closing, new.closing))
    if old.document_id != new.document_id:
        files = [[f"File: {each.document.title}"] if each.document else [] for each in (old, new)]
        sections.append(Section("File", compare(*files)))
    return [each for each in sections if each.paragraphs]


def section(heading: str, old: str, new: str) -> Section:
    """A text that belongs to no item."""
    return Section(heading, compare(paragraphs(old), paragraphs(new)))


def told(line: dict | None) -> list[str]:
    """What an edition says of an item."""
    return paragraphs(line["text"]) if line else []
