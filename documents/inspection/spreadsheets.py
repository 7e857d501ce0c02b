"""What is in an Excel workbook: hidden sheets and rows, pivot caches, formulas that run, and its values."""

import posixpath
import re
import zipfile

from . import containers, office, personal_data
from .report import Examined

WORKBOOK = "xl/workbook.xml"
LINKS = re.compile(r"xl/externalLinks/[^/]+\.xml")
CACHE = re.compile(r"xl/pivotCache/pivotCacheRecords\d*\.xml")
COMMENTS = re.compile(r"xl/(comments\d*|threadedComments/[^/]+|comments/[^/]+)\.xml")
# A formula of DDE names a program, a bar and a topic: cmd|' /C calc'!A0
DDE_FORMULA = re.compile(r"(^|[=+\-@(,;\s])'?[a-z][\w.]*'?\s*\|\s*'?[^|]*'?\s*!", re.I)
QUOTED = re.compile(r'"[^"]*"')


def runs_program(formula: str) -> bool:
    """Whether a formula starts another program (DDE)."""
    return bool(DDE_FORMULA.search(QUOTED.sub('""', formula)))


def examine(archive: zipfile.ZipFile, examined: Examined, own_domains=()) -> None:
    """Add what is in a workbook to what is known of it."""
    office.require_part(archive, WORKBOOK, "xlsx")
    names = set(archive.namelist())
    shared = list(shared_strings(archive)) if "xl/sharedStrings.xml" in names else []
    hidden_sheets, hidden_cells, texts = [], [], []
    dde = any(has_dde_link(archive, name) for name in names if LINKS.fullmatch(name))
    for title, state, part in sheets(archive):
        if state in ("hidden", "veryHidden"):
            hidden_sheets.append(f"sheet {title}")
        if part not in names:
            continue
        sheet = Sheet(archive, part, shared)
        if sheet.hides_cells:
            hidden_cells.append(f"sheet {title}")
        dde = dde or sheet.runs_program
        texts.append((f"sheet {title}", "\n".join(sheet.values)))
    if dde:
        examined.findings.append(office.DDE.found())
    if hidden_sheets:
        examined.findings.append(office.HIDDEN_SHEETS.found(places=hidden_sheets))
    if hidden_cells:
        examined.findings.append(office.HIDDEN_CELLS.found(places=hidden_cells))
    if any(CACHE.fullmatch(name) for name in names):
        examined.findings.append(office.PIVOT_CACHE.found())
    is_known = any(finding.code == office.REMOTE_DATA.code for finding in examined.findings)
    if not is_known and ("xl/connections.xml" in names or any(LINKS.fullmatch(name) for name in names)):
        examined.findings.append(office.REMOTE_DATA.found())
    commented = [name for name in names if COMMENTS.fullmatch(name)]
    if commented:
        authors = {author for name in commented for author in authors_in(archive, name)}
        examined.findings.append(office.COMMENTS.found(by=office.by(authors)))
        texts += [("comments", "\n".join(strings_in(archive, name))) for name in commented]
    examined.findings += personal_data.find(texts, own_domains)
    if not examined.title:
        examined.findings.append(office.NO_TITLE.found())


def shared_strings(archive: zipfile.ZipFile):
    """The texts that cells refer to by number."""
    text = []
    for tag, element, _ in containers.elements(archive, "xl/sharedStrings.xml"):
        if tag == "t":
            text.append(element.text or "")
        elif tag == "si":
            yield "".join(text)
            text = []


def sheets(archive: zipfile.ZipFile):
    """The workbook's sheets as (title, state, name of its part)."""
    parts = {}
    if "xl/_rels/workbook.xml.rels" in archive.namelist():
        for tag, element, _ in containers.elements(archive, "xl/_rels/workbook.xml.rels"):
            if tag == "Relationship":
                target = element.get("Target", "")
                place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
                parts[element.get("Id", "")] = place
    for tag, element, _ in containers.elements(archive, WORKBOOK):
        if tag == "sheet":
            values = containers.attributes(element)
            yield values.get("name", ""), values.get("state", "visible"), parts.get(values.get("id", ""), "")


class Sheet:
    """One sheet, read through once."""

    def __init__(self, archive: zipfile.ZipFile, part: str, shared: list[str]):
        self.values = []
        self.hides_cells = self.runs_program = False
        self.shared = shared
        self.tags = {}
        self.value, self.formula, self.is_shared, self.inside = "", "", False, ""
        containers.stream(archive, part, self.begin, self.words, self.end)

    def name_of(self, tag: str) -> str:
        """A tag without its prefix; there are few tags and many cells."""
        return self.tags.get(tag) or self.tags.setdefault(tag, tag.rpartition(":")[2])

    def begin(self, tag: str, values: dict) -> None:
        tag = self.name_of(tag)
        if tag == "c":
            self.value, self.formula, self.is_shared = "", "", values.get("t") == "s"
        elif tag in ("v", "t", "f"):
            self.inside = tag
        elif tag in ("row", "col") and values.get("hidden") in ("1", "true"):
            self.hides_cells = True

    def words(self, words: str) -> None:
        if self.inside == "f":
            self.formula += words
        elif self.inside:
            self.value += words

    def end(self, tag: str) -> None:
        tag = self.name_of(tag)
        if tag == self.inside:
            self.inside = ""
            if tag == "f":
                self.runs_program = self.runs_program or runs_program(self.formula)
        elif tag == "c":
            if self.is_shared and self.value.isdecimal() and int(self.value) < len(self.shared):
                self.value = self.shared[int(self.value)]
            self.values.append(self.value)


def has_dde_link(archive: zipfile.ZipFile, name: str) -> bool:
    """Whether an external link of the workbook starts a program."""
    return any(tag in ("ddeLink", "oleLink") for tag, _, _ in containers.elements(archive, name))


def authors_in(archive: zipfile.ZipFile, name: str):
    """The names of those who commented, as far as the part gives them."""
    for tag, element, _ in containers.elements(archive, name):
        if tag == "author":
            yield (element.text or "").strip()


def strings_in(archive: zipfile.ZipFile, name: str):
    """The texts of a part."""
    for tag, element, _ in containers.elements(archive, name):
        if tag in ("t", "text"):
            yield element.text or ""
