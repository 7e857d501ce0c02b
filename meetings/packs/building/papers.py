"""The papers of a pack, opened; each that cannot be taken in says why."""

from dataclasses import dataclass
from pathlib import Path

import pikepdf

from documents.inspection.pdf_accessibility import has_tags, language_of

from .limits import MAX_PAGES_OF_A_PAPER
from .sentences import DAMAGED, LOCKED, TOO_LONG


@dataclass
class Paper:
    """One paper: what is known of it, its PDF where it has one that can be opened, else what is wrong."""

    facts: dict
    pdf: pikepdf.Pdf | None = None
    # Why a page stands in its place; "" where the paper itself is in the pack.
    instead: str = ""
    is_tagged: bool = False
    is_mended: bool = False

    @property
    def key(self) -> str:
        """What the pack's links call it."""
        return self.facts["key"]

    @property
    def number_of_pages(self) -> int:
        """How many pages of its own it brings."""
        return len(self.pdf.pages) if self.pdf else 0

    @property
    def language(self) -> str:
        """The language it says it is in, else the one that the site knows."""
        return (language_of(self.pdf) if self.pdf else "") or self.facts.get("language", "")


def opened(facts: dict) -> Paper:
    """A paper as far as it can be opened; never raises for what is in the file."""
    if facts.get("instead"):
        return Paper(facts, instead=facts["instead"])
    try:
        pdf = pikepdf.open(facts["path"], access_mode=pikepdf.AccessMode.stream)
        number = len(pdf.pages)
        for page in pdf.pages:
            read_through(page)
        return taken(facts, pdf, number)
    except pikepdf.PasswordError:
        return Paper(facts, instead=LOCKED)
    except Exception:
        # Parsers raise many kinds of error at bytes that make no sense; each means the same to a reader.
        return Paper(facts, instead=DAMAGED)


def read_through(page) -> None:
    """Read what a page draws, here, where its paper can still be left out; raises where that cannot be read."""
    drawn = page.obj.get("/Contents")
    for stream in drawn if isinstance(drawn, pikepdf.Array) else [drawn] if drawn is not None else []:
        stream.read_raw_bytes()


def taken(facts: dict, pdf: pikepdf.Pdf, number: int) -> Paper:
    """A paper whose file could be opened."""
    if number == 0:
        return Paper(facts, instead=DAMAGED)
    if number > MAX_PAGES_OF_A_PAPER:
        return Paper(facts, instead=TOO_LONG)
    without_forms(pdf)
    mended = bool(pdf.get_warnings())
    return Paper(facts, pdf, is_tagged=has_tags(pdf), is_mended=mended)


def without_forms(pdf: pikepdf.Pdf) -> None:
    """Make what was filled in part of the page: names of fields in several papers would be one field."""
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and len(form.get("/Fields", ())):
        form.NeedAppearances = True
        pdf.generate_appearance_streams()
        pdf.flatten_annotations()
    if "/AcroForm" in pdf.Root:
        del pdf.Root["/AcroForm"]


def tried(facts: dict, out: Path) -> str:
    """What is wrong with a paper that is written to a file by itself; "" where nothing is."""
    paper = opened(facts)
    if paper.pdf:
        try:
            paper.pdf.save(out)
        except Exception:
            # As in opening: whatever it is, the file cannot be taken in.
            return DAMAGED
    return paper.instead
