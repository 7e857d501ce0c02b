"""What is in a Word document: fields that run, changes, comments, hidden text, and its words."""

import re
import zipfile

from . import containers, office, personal_data
from .report import Examined

MAIN = "word/document.xml"
TEXT_PARTS = re.compile(
    r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments|glossary/document)\.xml"
)
COMMENT_PARTS = re.compile(r"word/comments(Extended|Ids)?\.xml")
CHANGES = {
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange",
    "trPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
}  # fmt: skip
# The field's own name, at its beginning; in a link's address the same letters mean nothing.
DDE_FIELD = re.compile(r"^\W*dde(auto)?\b", re.I)
# What lies elsewhere and is brought in whenever the field is brought up to date.
ELSEWHERE = r"\b.*?((https?|ftp):|\\\\|//)"
FETCHING_FIELD = re.compile(rf"^\W*(includetext|include|import|link){ELSEWHERE}", re.I | re.S)
FETCHED_PICTURE = re.compile(rf"^\W*includepicture{ELSEWHERE}", re.I | re.S)
RUNNING_LINK = re.compile(
    r'^\W*hyperlink\s+"?\s*(javascript|vbscript|mhtml|search-ms|ms-[a-z-]+|data):', re.I
)
FIELD_RULES = (
    (FETCHING_FIELD, office.REMOTE_OBJECT),
    (FETCHED_PICTURE, office.REMOTE_PICTURE),
    (RUNNING_LINK, office.RUNNING_LINK),
)
# Letters given as numbers, which is how such a field hides its name.
SPELT_IN_NUMBERS = re.compile(r"^\W*quote(\s+\d{2,3}){3}", re.I)


def examine(archive: zipfile.ZipFile, examined: Examined, own_domains=()) -> None:
    """Add what is in a Word document to what is known of it."""
    office.require_part(archive, MAIN, "docx")
    look = WordText()
    for name in archive.namelist():
        if TEXT_PARTS.fullmatch(name):
            look.read(archive, name)
    # What the document's relationships told already is not said twice.
    known = {finding.code for finding in examined.findings}
    examined.findings += [finding for finding in look.findings() if finding.code not in known]
    examined.findings += personal_data.find([("", "".join(look.words))], own_domains)
    if not examined.language and "word/styles.xml" in archive.namelist():
        examined.language = default_language(archive)
    office.check_title_and_language(examined)


def default_language(archive: zipfile.ZipFile) -> str:
    """The language that the document's styles set for all text, or nothing."""
    for tag, element, _ in containers.elements(archive, "word/styles.xml"):
        if tag == "lang":
            return containers.attributes(element).get("val", "")
        if tag == "docDefaults":
            break
    return ""


class WordText:
    """The text of a Word document, gathered part by part, with what should not be in it."""

    def __init__(self):
        self.words = []
        self.runs_program = self.is_hidden = self.has_changes = self.has_comments = False
        self.changed_by, self.commented_by, self.broken = set(), set(), set()
        self.fields = []

    def read(self, archive: zipfile.ZipFile, name: str) -> None:
        """Read one part."""
        self.fields = []
        for tag, element, begins in containers.elements(archive, name, starts=True):
            if begins:
                self.begin(tag, containers.attributes(element))
            else:
                self.end(tag, element)
        for field in self.fields:
            self.judge("".join(field))
        self.words.append("\n")

    def begin(self, tag: str, values: dict) -> None:
        if tag in CHANGES:
            self.has_changes = True
            self.changed_by.add(values.get("author", ""))
        elif tag == "comment":
            self.has_comments = True
            self.commented_by.add(values.get("author", ""))
        elif tag in ("vanish", "webHidden") and values.get("val", "1") not in ("0", "false", "off"):
            # `webHidden` stands in every table of contents that Word makes; it hides nothing in print.
            self.is_hidden = self.is_hidden or tag == "vanish"
        elif tag == "fldSimple":
            self.judge(values.get("instr", ""))
        elif tag == "fldChar" and values.get("fldCharType") == "begin":
            self.fields.append([])
        elif tag == "fldChar" and values.get("fldCharType") == "end" and self.fields:
            self.judge("".join(self.fields.pop()))

    def end(self, tag: str, element) -> None:
        if tag in ("t", "delText"):
            self.words.append(element.text or "")
        elif tag in ("instrText", "delInstrText"):
            # Word puts a field together from pieces, those of fields inside it among them.
            for field in self.fields or [[]]:
                field.append(element.text or "")
            if not self.fields:
                self.judge(element.text or "")
        elif tag in ("p", "br", "cr", "tc"):
            self.words.append("\n")
        elif tag == "tab":
            self.words.append("\t")

    def judge(self, code: str) -> None:
        """Note a field code that would start a program, or reach out of the document."""
        if DDE_FIELD.match(code) or SPELT_IN_NUMBERS.match(code):
            self.runs_program = True
        self.broken |= {rule for pattern, rule in FIELD_RULES if pattern.match(code)}

    def findings(self) -> list:
        """What should not be in the text."""
        found = [rule.found() for rule in self.broken]
        if self.runs_program:
            found.append(office.DDE.found())
        if self.has_changes:
            found.append(office.TRACKED_CHANGES.found(by=office.by(self.changed_by)))
        if self.has_comments:
            found.append(office.COMMENTS.found(by=office.by(self.commented_by)))
        if self.is_hidden:
            found.append(office.HIDDEN_TEXT.found())
        return found
