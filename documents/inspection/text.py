"""Files of plain letters: tables of data, plain text, subtitles, and rich text."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from . import embedded, kinds, limits, office, personal_data, spreadsheets
from .report import Examined, RefusedError, Rule, Severity

OLD_ENCODING = Rule(
    "old-encoding",
    Severity.WARNED,
    "The text is not in UTF-8, so accents, pound signs and dashes may come out wrong.",
    "Save it again with the encoding “UTF-8”; in Excel choose “CSV UTF-8”.",
)
FORMULA = Rule(
    "formula-in-table",
    Severity.WARNED,
    "Cells begin with a sign that makes a spreadsheet calculate them instead of showing them.",
    "Save the values instead of the formulas.",
)
NOT_SUBTITLES = Rule(
    "not-subtitles",
    Severity.REFUSED,
    "The file does not begin with “WEBVTT”, so no player will show these subtitles.",
    "Export the subtitles as WebVTT.",
)
RTF_OBJECT = Rule(
    "rtf-object",
    Severity.REFUSED,
    "The text carries an object of another program, which can run when it is opened.",
    "Take the object out, or export the text as a PDF.",
)
RTF_NAMES = Rule(
    "rtf-names",
    Severity.WARNED,
    "The text’s information names its author.",
    "In Word choose File, Info, Inspect Document, and remove the names.",
)

NUMBER = re.compile(r"[-+]?[\d.,\s%£€$()–-]*")
TELEPHONE = re.compile(r"\+[\d\s()-]+")


# What may stand before the first mark of a page or drawing: its declaration, and remarks of any length.
BEFORE_MARKUP = re.compile(r"\A(\s|<\?xml[^>]*>|<!--.*?-->)*", re.S)


def decoded(content: bytes) -> tuple[str, bool]:
    """A text's letters, and whether they are in the encoding that everybody can read (UTF-8)."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), False
    try:
        return content.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), False


def read(path: Path, ending: str) -> bytes:
    """The whole of a text file. Raises RefusedError where it is too large for one, or no text further on."""
    with path.open("rb") as file:
        content = file.read(limits.MAX_PART + 1)
    if len(content) > limits.MAX_PART:
        raise RefusedError(kinds.UNREADABLE.found(expected=kinds.name_of(ending)))
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\0" in content:
        raise RefusedError(
            kinds.WRONG_CONTENT.found(expected=kinds.name_of(ending), actual=kinds.name_of("unknown"))
        )
    return content


def inspect_text(path: Path, ending: str, own_domains=()) -> Examined:
    """Look into a CSV, plain text or WebVTT file."""
    letters, is_utf8 = decoded(read(path, ending))
    if kinds.MARKUP.match(BEFORE_MARKUP.sub("", letters, count=1)):
        raise RefusedError(
            kinds.WRONG_CONTENT.found(expected=kinds.name_of(ending), actual=kinds.name_of("html"))
        )
    examined = Examined()
    if not is_utf8:
        examined.findings.append(OLD_ENCODING.found())
    if ending == "vtt" and not letters.startswith("WEBVTT"):
        examined.findings.append(NOT_SUBTITLES.found())
    if ending == "csv":
        examined.findings += table_findings(letters)
    examined.findings += personal_data.find([("", letters)], own_domains)
    return examined


def table_findings(letters: str) -> list:
    """What a spreadsheet would do with the cells of a table."""
    runs, formulas = False, []
    first_line = letters.partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(letters), delimiter=delimiter), 1):
            for cell in row:
                if not cell.startswith(("=", "+", "-", "@", "\t", "\r")):
                    continue
                runs = runs or spreadsheets.runs_program(cell)
                is_plain = NUMBER.fullmatch(cell) or TELEPHONE.fullmatch(cell) or cell.startswith(("- ", "–"))
                if not is_plain and len(formulas) < 10:
                    formulas.append(f"row {number}")
    except csv.Error:
        return [kinds.UNREADABLE.found(expected=kinds.name_of("csv"))]
    if runs:
        return [office.DDE.found()]
    return [FORMULA.found(places=formulas)] if formulas else []


RTF_TEMPLATE = re.compile(rb"\\\*\s*\\template\s*([^}]*)", re.I)
# A word ends where its letters do: a number may follow that changes nothing.
RTF_RUNNING = re.compile(rb"\\(objdata|objocx|objautlink|objlink|objupdate|objemb|objhtml)(?![a-z])", re.I)
RTF_FIELD = re.compile(rb"\\fldinst(?![a-z])((?:[^{}]|[{}](?!\\fldrslt))*)", re.I)
# A letter by its number, \'68 or \u104; behind the latter there may be the sign that old programs show instead.
RTF_LETTER = re.compile(rb"\\(?:'([0-9a-f]{2})|u(-?\d{1,6}) ?)", re.I)
RTF_LETTER_AND_SIGN = re.compile(RTF_LETTER.pattern[:-1] + rb"(?:\\'[0-9a-f]{2}|[^\\{}])?)", re.I)
PLAIN_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/.")
RTF_LINE_END = re.compile(rb"(\\[a-z]+-?\d*)?[\r\n]+", re.I)
RTF_WORD = re.compile(rb"\\[a-z]+-?\d*\s?|[{}\r\n]", re.I)


def spelt_out(content: bytes) -> Iterator[bytes]:
    """A rich text with its plain letters as letters, in both ways to read it: addresses hide behind numbers."""

    def letter(match: re.Match) -> bytes:
        code = int(match[1], 16) if match[1] else int(match[2]) % 65536
        # What is no letter stays, so that no sign of the format itself comes of it.
        return bytes([code]) if code in PLAIN_LETTERS else match[0]

    # The end of a line ends a word of the format, and is nothing elsewhere.
    in_one_line = RTF_LINE_END.sub(lambda end: end[1] + b" " if end[1] else b"", content)
    for numbered in (RTF_LETTER, RTF_LETTER_AND_SIGN):
        yield numbered.sub(letter, in_one_line)


def fetches_template(content: bytes) -> bool:
    """Whether a rich text names a template on another computer."""
    template = RTF_TEMPLATE.search(content)
    return bool(template and re.search(rb"https?:|ftp:|\\\\\\\\|//", template[1], re.I))


def starts_program(content: bytes) -> bool:
    """Whether a field of a rich text starts a program (DDE)."""
    fields = (RTF_WORD.sub(b"", field) for field in RTF_FIELD.findall(content))
    return any(re.match(rb"\W*dde(auto)?\b", field, re.I) for field in fields)


def inspect_rtf(path: Path, ending: str = "rtf", own_domains=()) -> Examined:
    """Look into a rich text."""
    content = read(path, ending)
    examined = Examined()
    add = examined.findings.append
    if not content.rstrip(b"\0\r\n \t").endswith(b"}"):
        raise RefusedError(kinds.UNREADABLE.found(expected=kinds.name_of("rtf")))
    if RTF_RUNNING.search(content) or embedded.PROGRAM_TEXT in content:
        add(RTF_OBJECT.found())
    plain = list(spelt_out(content))
    if any(fetches_template(one) for one in plain):
        add(office.REMOTE_TEMPLATE.found())
    if any(starts_program(one) for one in plain):
        add(office.DDE.found())
    if re.search(rb"\\(revised|deleted)\b", content):
        add(office.TRACKED_CHANGES.found(by=""))
    if re.search(rb"\\annotation\b", content):
        add(office.COMMENTS.found(by=""))
    if re.search(rb"\\v(?![a-z0-9-])", content):
        add(office.HIDDEN_TEXT.found())
    if re.search(rb"\{\\(author|operator|manager|company)\s+[^}\s]", content):
        add(RTF_NAMES.found())
    letters = RTF_WORD.sub(b" ", content).decode("cp1252", errors="replace")
    examined.findings += personal_data.find([("", letters)], own_domains)
    return examined
