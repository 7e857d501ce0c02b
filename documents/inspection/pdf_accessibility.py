"""Whether a PDF can be read by everybody: tags, title, language, bookmarks, and leave for screen readers."""

import re

import pikepdf

from . import office
from .report import Examined, Rule, Severity

BOOKMARKS_FROM = 21

NO_TAGS = Rule(
    "no-tags",
    Severity.WARNED,
    "The PDF has no tags, so a screen reader cannot tell headings, lists and tables apart.",
    "Export it again from the original: in Word choose Save As, PDF, Options, “Document structure tags for "
    "accessibility”. Do not use “Print to PDF”.",
)
PICTURES_OF_TEXT = Rule(
    "pictures-of-text",
    Severity.WARNED,
    "There is a picture of a page and no text, as from a scanner: it can be neither read aloud nor searched.",
    "Export it from the original document, or run text recognition (OCR) over it.",
)
NO_BOOKMARKS = Rule(
    "no-bookmarks",
    Severity.WARNED,
    "The PDF has {count} pages and no bookmarks, so readers cannot find their way in it.",
    "Export it again with bookmarks: in Word, Options, “Create bookmarks using headings”.",
)
LOCKED = Rule(
    "locks-out-screen-readers",
    Severity.WARNED,
    "The PDF’s security settings forbid screen readers to read it.",
    "Open its properties, choose “No security” or allow text access for screen readers, and save it.",
)
# What programs write when nobody gave a title.
NO_REAL_TITLE = re.compile(
    r"\s*(untitled.*|title|microsoft \w+ - .*|.*\.(pdf|docx?|pptx?|xlsx?|indd|odt|qxd|pub))\s*", re.I
)


def findings(pdf: pikepdf.Pdf, examined: Examined) -> list:
    """What stands between a PDF and some of its readers; its title and language are noted on the way."""
    found = []
    if not has_tags(pdf):
        found.append(NO_TAGS.found())
    examined.title = title_of(pdf)
    if not examined.title:
        found.append(office.NO_TITLE.found())
    examined.language = language_of(pdf)
    if not examined.language:
        found.append(office.NO_LANGUAGE.found())
    if examined.page_count >= BOOKMARKS_FROM and not has_bookmarks(pdf):
        found.append(NO_BOOKMARKS.found(count=examined.page_count))
    if pdf.is_encrypted and not pdf.allow.accessibility:
        found.append(LOCKED.found())
    return found


def has_tags(pdf: pikepdf.Pdf) -> bool:
    """Whether a PDF says that it is tagged, and holds tags."""
    mark, tree = pdf.Root.get("/MarkInfo"), pdf.Root.get("/StructTreeRoot")
    if not isinstance(mark, pikepdf.Dictionary) or not isinstance(tree, pikepdf.Dictionary):
        return False
    children = tree.get("/K")
    return mark.get("/Marked") is True and children is not None and children != pikepdf.Array()


def title_of(pdf: pikepdf.Pdf) -> str:
    """The title that a PDF gives itself, or nothing where that is only a file's name."""
    title = ""
    information = pdf.trailer.get("/Info")
    if isinstance(information, pikepdf.Dictionary):
        title = str(information.get("/Title", ""))
    if not title.strip():
        title = metadata_title(pdf)
    title = " ".join(title.replace("\0", " ").split())
    return "" if NO_REAL_TITLE.fullmatch(title) else title


def metadata_title(pdf: pikepdf.Pdf) -> str:
    """The title in a PDF's XMP metadata, or nothing."""
    try:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False, strict=True) as metadata:
            return str(metadata.get("dc:title", ""))
    except (ValueError, KeyError, TypeError, pikepdf.PdfError, AttributeError):
        return ""


def language_of(pdf: pikepdf.Pdf) -> str:
    """The language that a PDF says it is in, or nothing."""
    language = pdf.Root.get("/Lang")
    return str(language).strip("\0 ") if isinstance(language, (pikepdf.String, str)) else ""


def has_bookmarks(pdf: pikepdf.Pdf) -> bool:
    """Whether a PDF has at least one bookmark."""
    outlines = pdf.Root.get("/Outlines")
    return isinstance(outlines, pikepdf.Dictionary) and isinstance(outlines.get("/First"), pikepdf.Dictionary)
