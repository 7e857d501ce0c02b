"""Documents of LibreOffice: what runs, what reaches out, what is hidden, and who is named (ISO/IEC 26300)."""

import re
import zipfile
from pathlib import Path

from . import containers, embedded, kinds, office, personal_data
from .report import Examined, RefusedError

TEXT_PARTS = ("content.xml", "styles.xml")
RUNNING_FOLDERS = ("basic/", "scripts/", "dialogs/")
RUNNING_LINKS = re.compile(
    r"\s*(javascript|vbscript|vnd\.sun\.star\.(script|expand)|macro|\.uno|service|slot):", re.I
)
ELSEWHERE = re.compile(r"\s*(https?|ftp|file|smb|webdavs?):|\s*(\\\\|//)", re.I)
# Elements whose link the program follows by itself, without a reader's click.
FETCHED_PICTURES = frozenset(("image", "plugin", "fill-image", "background-image", "list-level-style-image"))
FETCHED_OBJECTS = frozenset(
    ("object", "object-ole", "applet", "floating-frame", "section-source", "subdocument")
)
DDE_ELEMENTS = frozenset(("dde-connection-decl", "dde-connection", "dde-source", "dde-link"))
DDE_FORMULA = re.compile(r"\bdde\s*\(", re.I)
PARAGRAPHS = frozenset(("p", "h"))
SPACES = frozenset(("s", "tab", "line-break"))


def inspect_opendocument(path: Path, ending: str, own_domains=()) -> Examined:
    """Look into a document of LibreOffice. Raises RefusedError where it cannot be opened."""
    with containers.opened(path, ending) as archive:
        office.require_part(archive, "content.xml", ending)
        refuse_encrypted(archive)
        examined = Examined(findings=embedded.in_office(archive))
        examined.findings += read_information(archive, examined)
        look = OpenText()
        for part in archive.namelist():
            # Charts and formulas inside have parts of the same names in folders of their own.
            if part.rpartition("/")[2] in TEXT_PARTS:
                look.read(archive, part)
        if look.has_macros or any(
            name.lower().startswith(RUNNING_FOLDERS) for name in running_parts(archive)
        ):
            examined.findings.append(office.MACROS.found())
        examined.findings += look.findings()
        examined.findings += personal_data.find([("", "".join(look.words))], own_domains)
        examined.language = examined.language or look.language
        if ending == "odp":
            examined.page_count = look.slides or None
        office.check_title_and_language(examined)
        return examined


def running_parts(archive: zipfile.ZipFile) -> list[str]:
    """Names of the parts that hold something; an empty library of macros is written by some versions unasked."""
    return [
        entry.filename
        for entry in archive.infolist()
        if entry.file_size
        and not entry.filename.endswith(("script-lc.xml", "script-lb.xml", "dialog-lc.xml"))
    ]


def refuse_encrypted(archive: zipfile.ZipFile) -> None:
    """Raise RefusedError where the manifest says that parts are encrypted."""
    name = "META-INF/manifest.xml"
    if name in archive.namelist() and any(
        tag == "encryption-data" for tag, _, _ in containers.elements(archive, name)
    ):
        raise RefusedError(kinds.ENCRYPTED.found())


def read_information(archive: zipfile.ZipFile, examined: Examined) -> list:
    """Read the title and language, and say what of the document's information the public copy loses."""
    found, named = [], []
    if "meta.xml" not in archive.namelist():
        return found
    for tag, element, _ in containers.elements(archive, "meta.xml"):
        text = (element.text or "").strip()
        target = containers.attributes(element).get("href", "")
        if tag == "title":
            examined.title = text
        elif tag == "language":
            examined.language = text
        elif tag in ("template", "auto-reload") and ELSEWHERE.match(target):
            local = office.LOCAL_PATH.match(target)
            found.append((office.OWN_TEMPLATE if local else office.REMOTE_TEMPLATE).found(places=[target]))
        elif tag in office.NAMING_PROPERTIES and text:
            named.append(office.NAMING_PROPERTIES[tag])
    if named:
        found.append(office.NAMES_REMOVED.found(what=", ".join(dict.fromkeys(named))))
    return found


def words_of(element) -> str:
    """The text of a paragraph, its spans and notes."""
    pieces = [element.text or ""]
    for child in element:
        pieces += [" " if containers.local(child.tag) in SPACES else words_of(child), child.tail or ""]
    return "".join(pieces)


class OpenText:
    """The text of a LibreOffice document, gathered part by part, with what should not be in it."""

    def __init__(self):
        self.words = []
        self.language = ""
        self.slides = 0
        self.broken = {}
        self.has_macros = False
        self.style = ""
        self.hidden_styles, self.by = set(), set()

    def note(self, rule, place: str = "") -> None:
        self.broken.setdefault(rule, []).append(place)

    def read(self, archive: zipfile.ZipFile, part: str) -> None:
        """Read one part."""
        for tag, element, begins in containers.elements(archive, part, starts=True, whole=PARAGRAPHS):
            if begins:
                self.begin(tag, containers.attributes(element))
            elif tag in PARAGRAPHS:
                self.words += [words_of(element), "\n"]
            elif tag == "creator":
                self.by.add((element.text or "").strip())

    def begin(self, tag: str, values: dict) -> None:
        target = values.get("href", "")
        if tag == "event-listener":
            self.has_macros = self.has_macros or bool(RUNNING_LINKS.match(target) or values.get("macro-name"))
        elif tag == "script":
            self.has_macros = True
        elif RUNNING_LINKS.match(target):
            self.note(office.RUNNING_LINK, target)
        if tag in DDE_ELEMENTS or DDE_FORMULA.search(values.get("formula", "")):
            self.note(office.DDE)
        if ELSEWHERE.match(target) and tag in FETCHED_OBJECTS:
            self.note(office.REMOTE_OBJECT, target)
        elif ELSEWHERE.match(target) and tag in FETCHED_PICTURES:
            self.note(office.REMOTE_PICTURE, target)
        elif tag in ("table-source", "database-source-sql", "source-service", "cell-range-source"):
            self.note(office.REMOTE_DATA, target)
        self.begin_hidden(tag, values)
        if (
            tag == "text-properties"
            and not self.language
            and values.get("language", "none") not in ("none", "zxx")
        ):
            self.language = "-".join(filter(None, (values["language"], values.get("country", ""))))

    def begin_hidden(self, tag: str, values: dict) -> None:
        if tag == "changed-region":
            self.note(office.TRACKED_CHANGES)
        elif tag in ("annotation", "comment"):
            self.note(office.COMMENTS)
        elif tag == "style":
            self.style = values.get("name", "")
        elif (tag, values.get("display")) == ("table-properties", "false") or (
            tag == "drawing-page-properties" and values.get("visibility") == "hidden"
        ):
            self.hidden_styles.add(self.style)
        elif tag in ("hidden-text", "hidden-paragraph") or (
            tag in ("text-properties", "section") and values.get("display") == "none"
        ):
            self.note(office.HIDDEN_TEXT)
        elif tag == "table" and values.get("style-name") in self.hidden_styles:
            self.note(office.HIDDEN_SHEETS, f"sheet {values.get('name', '')}")
        elif tag in ("table-row", "table-column") and values.get("visibility") in ("collapse", "filter"):
            self.note(office.HIDDEN_CELLS)
        elif tag == "page":
            self.slides += 1
            if values.get("style-name") in self.hidden_styles:
                self.note(office.HIDDEN_SLIDES, f"slide {self.slides}")
        elif tag == "layer" and values.get("display") in ("none", "printer", "screen"):
            self.note(office.HIDDEN_LAYERS, values.get("name", ""))

    def findings(self) -> list:
        """What should not be in the document."""
        named = {office.TRACKED_CHANGES, office.COMMENTS}
        return [
            rule.found(places=places, **({"by": office.by(self.by)} if rule in named else {}))
            for rule, places in self.broken.items()
        ]
