"""What can be wrong with a document of any office program, whoever made it."""

import re
import zipfile

from . import kinds
from .report import Examined, RefusedError, Rule, Severity

SAVE_PLAIN = "Save it as an ordinary document without them, or export it as a PDF, and upload that."

MACROS = Rule(
    "macros",
    Severity.REFUSED,
    "The document carries macros: small programs that run on the reader’s computer.",
    SAVE_PLAIN,
)
REMOTE_TEMPLATE = Rule(
    "remote-template",
    Severity.REFUSED,
    "The document fetches its template from another computer when it is opened.",
    "In Word, open Developer, Document Template, and attach “Normal”; save it and upload it again.",
)
REMOTE_OBJECT = Rule(
    "remote-object",
    Severity.REFUSED,
    "The document fetches a part of itself from another computer when it is opened.",
    "Break the links (File, Info, Edit links to files), save it and upload it again.",
)
FOREIGN_PART = Rule(
    "foreign-part",
    Severity.REFUSED,
    "The document carries a web page or a document of another kind as a part of itself.",
    "Copy the text into a new document as plain text, save it and upload that.",
)
DDE = Rule(
    "dde",
    Severity.REFUSED,
    "The document holds a field or formula that starts another program (DDE).",
    "Remove the field, or export the document as a PDF, and upload that.",
)
RUNNING_LINK = Rule(
    "running-link",
    Severity.REFUSED,
    "A link in the document starts a script or a program instead of opening a page.",
    "Remove the link or give it a web address that begins with https://.",
)
REMOTE_PICTURE = Rule(
    "remote-picture",
    Severity.WARNED,
    "A picture, film or sound is fetched from elsewhere when the document is opened, and tells that place who reads.",
    "Insert it into the document itself instead of linking to it.",
)
REMOTE_DATA = Rule(
    "remote-data",
    Severity.WARNED,
    "The document takes data from another file or database, which the public cannot reach.",
    "Break the links (Data, Edit links) so that the values stay and the address goes.",
)
TRACKED_CHANGES = Rule(
    "tracked-changes",
    Severity.WARNED,
    "It holds tracked changes{by}: readers can see what was deleted and by whom.",
    "Accept or reject all changes, stop tracking, save it and upload it again.",
)
COMMENTS = Rule(
    "comments",
    Severity.WARNED,
    "It holds comments{by}.",
    "Delete all comments, save it and upload it again.",
)
HIDDEN_TEXT = Rule(
    "hidden-text",
    Severity.WARNED,
    "It holds hidden text that any reader can make visible.",
    "Show hidden text, delete what should not be public, save it and upload it again.",
)
HIDDEN_SHEETS = Rule(
    "hidden-sheets",
    Severity.WARNED,
    "It has hidden sheets that any reader can make visible.",
    "Unhide them, then delete those that should not be public.",
)
HIDDEN_CELLS = Rule(
    "hidden-cells",
    Severity.WARNED,
    "It has hidden or filtered rows or columns that any reader can make visible.",
    "Unhide them and delete what should not be public, or copy what is visible into a new sheet.",
)
HIDDEN_SLIDES = Rule(
    "hidden-slides",
    Severity.WARNED,
    "It has hidden slides that any reader can make visible.",
    "Unhide them, then delete those that should not be public.",
)
HIDDEN_LAYERS = Rule(
    "hidden-layers",
    Severity.WARNED,
    "It has hidden layers that any reader can make visible.",
    "Show all layers, delete what should not be public, save or export it again.",
)
PIVOT_CACHE = Rule(
    "pivot-cache",
    Severity.WARNED,
    "A pivot table carries all the rows it was made from, even if their sheet is gone.",
    "Copy the table and paste it as values, delete the pivot table, save it and upload it again.",
)
NO_TITLE = Rule(
    "no-title",
    Severity.WARNED,
    "The document has no title of its own, so a screen reader reads out the file’s name.",
    "Set the title in the document’s properties. The title that you give here is written into the public copy.",
)
NO_LANGUAGE = Rule(
    "no-language",
    Severity.WARNED,
    "The document does not say which language it is in, so a screen reader may mispronounce it.",
    "Set the language in the document. The language that you give here is written into the public copy.",
)
NAMES_REMOVED = Rule(
    "names-removed",
    Severity.MENDED,
    "The document’s information names people or software ({what}).",
    "The public copy goes out without it; you need do nothing.",
)
OWN_TEMPLATE = Rule(
    "own-template",
    Severity.MENDED,
    "The document names a template on somebody’s own computer.",
    "The public copy goes out without it; you need do nothing.",
)

# A place on the author's own computer: it tells their name, and reaches nobody else.
LOCAL_PATH = re.compile(r"(file:/*)?[a-z]:[\\/]", re.I)
# Where Office keeps a document's title and author; some programs of Microsoft's name the part otherwise.
CORE_PART = "docProps/core.xml"
OTHER_CORE_PART = ".psmdcp"

# Elements of a document's information, in any of the office formats, and what each names.
NAMING_PROPERTIES = {
    "creator": "author",
    "lastModifiedBy": "last changed by",
    "Company": "organisation",
    "Manager": "manager",
    "Application": "software",
    "Template": "template",
    "HyperlinkBase": "place of links",
    "initial-creator": "author",
    "printed-by": "printed by",
    "generator": "software",
}


def check_title_and_language(examined: Examined) -> None:
    """Warn of a document without a title or a language."""
    if not examined.title:
        examined.findings.append(NO_TITLE.found())
    if not examined.language:
        examined.findings.append(NO_LANGUAGE.found())


def by(names) -> str:
    """Who wrote comments or changes, for the middle of a sentence."""
    known = sorted({name for name in names if name})
    return f" by {', '.join(known[:5])}{' and others' if len(known) > 5 else ''}" if known else ""


def require_part(archive: zipfile.ZipFile, name: str, ending: str) -> str:
    """The name of a part that the document cannot do without. Raises RefusedError where it is missing."""
    if name not in archive.namelist():
        raise RefusedError(kinds.UNREADABLE.found(expected=kinds.name_of(ending)))
    return name
