"""Documents of Word, Excel and PowerPoint: what runs, what reaches out, what is hidden, and who is named.

The format is ISO/IEC 29500: a ZIP archive of XML parts, and of relationships that say what each part reaches for.
"""

import posixpath
import re
import zipfile
from pathlib import Path

from . import containers, embedded, office, presentations, spreadsheets, word_processing
from .report import Examined

MACRO_TYPES = ("macroenabled", "vbaproject", "vbadata", "macrosheet", "ms-office.activex", "dialogsheet")
# A part that opens in another program, with that program's weaknesses.
FOREIGN_TYPES = ("text/html", "message/rfc822", "application/rtf", "application/xhtml+xml", "text/rtf")
REACHING_OBJECTS = ("oleObject", "frame", "subDocument", "aFChunk", "package", "control", "vbaProject")
REACHING_PICTURES = ("image", "video", "audio", "media", "chartUserShapes")
REACHING_DATA = ("externalLinkPath", "externalLink", "xlExternalLinkPath", "pivotCacheDefinition")
RUNNING_LINKS = re.compile(r"\s*(javascript|vbscript|mhtml|search-ms|ms-[a-z-]+|data):", re.I)

EXAMINERS = {
    "docx": word_processing.examine,
    "xlsx": spreadsheets.examine,
    "pptx": presentations.examine,
}


def inspect_ooxml(path: Path, ending: str, own_domains=()) -> Examined:
    """Look into a document of Word, Excel or PowerPoint. Raises RefusedError where it cannot be opened."""
    with containers.opened(path, ending) as archive:
        examined = Examined(findings=active_content(archive))
        examined.findings += embedded.in_office(archive)
        examined.findings += names_and_title(archive, examined)
        EXAMINERS[ending](archive, examined, own_domains)
        return examined


def active_content(archive: zipfile.ZipFile) -> list:
    """Findings about what would run, or reach out of the file, when a reader opens it."""
    found = []
    types = " ".join(
        value.lower()
        for _, element, _ in containers.elements(archive, "[Content_Types].xml")
        for value in element.attrib.values()
    )
    names = [name.lower() for name in archive.namelist()]
    if any(kind in types for kind in MACRO_TYPES) or any(is_macro_part(name) for name in names):
        found.append(office.MACROS.found())
    if any(kind in types for kind in FOREIGN_TYPES):
        found.append(office.FOREIGN_PART.found())
    rules = {}
    for name in archive.namelist():
        if name.lower().endswith(".rels"):
            for rule, target in reaching_out(archive, name):
                rules.setdefault(rule, []).append(target)
    return found + [rule.found(places=targets[:5]) for rule, targets in rules.items()]


def is_macro_part(name: str) -> bool:
    """Whether a part's name is one that only programs inside a document have."""
    leaf = posixpath.basename(name)
    return leaf.startswith(("vbaproject", "vbadata")) or "/activex/" in name or "/macrosheets/" in name


def reaching_out(archive: zipfile.ZipFile, name: str):
    """Pairs of a rule that a relationship breaks and the target it names."""
    for tag, element, _ in containers.elements(archive, name):
        if tag != "Relationship":
            continue
        values = containers.attributes(element)
        kind = values.get("Type", "").rpartition("/")[2]
        target = values.get("Target", "")
        external = values.get("TargetMode", "").lower() == "external"
        if kind == "hyperlink" and RUNNING_LINKS.match(target):
            yield office.RUNNING_LINK, target
        if not external:
            continue
        if kind == "attachedTemplate":
            yield (office.OWN_TEMPLATE if office.LOCAL_PATH.match(target) else office.REMOTE_TEMPLATE), target
        elif kind in REACHING_OBJECTS:
            yield office.REMOTE_OBJECT, target
        elif kind in REACHING_PICTURES:
            yield office.REMOTE_PICTURE, target
        elif kind in REACHING_DATA:
            yield office.REMOTE_DATA, target


def names_and_title(archive: zipfile.ZipFile, examined: Examined) -> list:
    """Read the title and language, and say which names of people and software the public copy loses."""
    named = []
    for part in archive.namelist():
        is_core = part == office.CORE_PART or part.endswith(office.OTHER_CORE_PART)
        if not is_core and part != "docProps/app.xml":
            continue
        for tag, element, _ in containers.elements(archive, part):
            text = (element.text or "").strip()
            if tag == "title" and is_core:
                examined.title = text
            elif tag == "language":
                examined.language = text
            elif tag in office.NAMING_PROPERTIES and text:
                named.append(office.NAMING_PROPERTIES[tag])
    return [office.NAMES_REMOVED.found(what=", ".join(dict.fromkeys(named)))] if named else []
