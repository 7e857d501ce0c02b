"""What is in a PowerPoint presentation: hidden slides, comments, and its words, notes included."""

import re
import zipfile

from . import containers, office, personal_data
from .report import Examined

SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
NOTES = re.compile(r"ppt/notesSlides/notesSlide(\d+)\.xml")
COMMENTS = re.compile(r"ppt/comments/[^/]+\.xml")
AUTHORS = ("ppt/commentAuthors.xml", "ppt/authors.xml")


def examine(archive: zipfile.ZipFile, examined: Examined, own_domains=()) -> None:
    """Add what is in a presentation to what is known of it."""
    office.require_part(archive, "ppt/presentation.xml", "pptx")
    names = archive.namelist()
    hidden, texts = [], []
    slides = sorted((int(match[1]), name) for name in names if (match := SLIDE.fullmatch(name)))
    notes = sorted((int(match[1]), name) for name in names if (match := NOTES.fullmatch(name)))
    for number, name in slides:
        text, is_hidden, language = read_slide(archive, name)
        texts.append((f"slide {number}", text))
        examined.language = examined.language or language
        if is_hidden:
            hidden.append(f"slide {number}")
    texts += [(f"notes of slide {number}", read_slide(archive, name)[0]) for number, name in notes]
    if hidden:
        examined.findings.append(office.HIDDEN_SLIDES.found(places=hidden))
    if any(COMMENTS.fullmatch(name) for name in names):
        authors = {author for part in AUTHORS if part in names for author in authors_in(archive, part)}
        examined.findings.append(office.COMMENTS.found(by=office.by(authors)))
    examined.findings += personal_data.find(texts, own_domains)
    examined.page_count = len(slides) or None
    office.check_title_and_language(examined)


def read_slide(archive: zipfile.ZipFile, name: str) -> tuple[str, bool, str]:
    """The words of a slide, whether it is hidden, and the language it names first."""
    words, is_hidden, language = [], False, ""
    for tag, element, begins in containers.elements(archive, name, starts=True):
        values = containers.attributes(element) if begins else {}
        if begins and tag == "sld":
            is_hidden = values.get("show", "1") in ("0", "false")
        elif begins and tag in ("rPr", "defRPr", "endParaRPr"):
            language = language or values.get("lang", "")
        elif not begins and tag == "t":
            words.append(element.text or "")
        elif not begins and tag in ("p", "br"):
            words.append("\n")
    return "".join(words), is_hidden, language


def authors_in(archive: zipfile.ZipFile, part: str):
    """The names of those who commented."""
    for tag, element, _ in containers.elements(archive, part):
        if tag in ("cmAuthor", "author"):
            yield containers.attributes(element).get("name", "")
