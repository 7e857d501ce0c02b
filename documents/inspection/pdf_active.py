"""What in a PDF would run, start something or send something, wherever it hides (ISO 32000-2, 12.6).

All objects are walked: those that hang on the catalogue, those inside other objects, and those nothing refers to, since
another reader may find a way to them that ours does not.
"""

import re
import zlib

import pikepdf

from . import limits
from .report import RefusedError, Rule, Severity

EXPORT = "Export the document again from the program it was made with, without forms and media, and upload the new PDF."

JAVASCRIPT = Rule(
    "pdf-javascript",
    Severity.REFUSED,
    "The PDF carries JavaScript, a program that runs when somebody opens it.",
    EXPORT,
)
LAUNCH = Rule(
    "pdf-launch", Severity.REFUSED, "The PDF would start another program on the reader’s computer.", EXPORT
)
SENDING_FORM = Rule(
    "pdf-sends-form",
    Severity.REFUSED,
    "The PDF holds a form that sends data to, or takes data from, another computer.",
    "Make the form a page of this site, or export the PDF without the button that sends it.",
)
XFA = Rule(
    "pdf-xfa",
    Severity.REFUSED,
    "The PDF is an XFA form, which most browsers and telephones cannot show and which can run programs.",
    "Save it as a plain PDF (“Print to PDF”), or make the form a page of this site.",
)
RICH_MEDIA = Rule(
    "pdf-rich-media",
    Severity.REFUSED,
    "The PDF holds a film, sound or three-dimensional model that runs inside it.",
    "Take it out, and upload a film or recording as a file of its own, with subtitles.",
)
NETWORK_SHARE = Rule(
    "pdf-network-share",
    Severity.REFUSED,
    "The PDF opens a file on another computer, which can give away the reader’s name and password.",
    EXPORT,
)
TOO_DEEP = Rule(
    "too-deep",
    Severity.REFUSED,
    "The PDF is built in a way that no ordinary program writes, and cannot be checked to the end.",
    EXPORT,
)

ACTIONS = {
    "/JavaScript": JAVASCRIPT,
    "/Launch": LAUNCH,
    "/SubmitForm": SENDING_FORM,
    "/ImportData": SENDING_FORM,
    "/RichMediaExecute": RICH_MEDIA,
    "/GoTo3DView": RICH_MEDIA,
    "/Movie": RICH_MEDIA,
    "/Sound": RICH_MEDIA,
}
ANNOTATIONS = {"/RichMedia": RICH_MEDIA, "/3D": RICH_MEDIA, "/Movie": RICH_MEDIA, "/Sound": RICH_MEDIA}
RUNNING_ADDRESS = re.compile(r"\s*(javascript|vbscript|data):", re.I)
CONTAINERS = (pikepdf.Dictionary, pikepdf.Array, pikepdf.Stream)


class Contents:
    """What a walk through all objects of a PDF came across."""

    def __init__(self):
        self.broken = {}
        self.files = []
        self.comments_by = set()
        self.has_comments = self.has_unapplied_redaction = False

    def note(self, rule: Rule) -> None:
        self.broken[rule] = True

    def findings(self) -> list:
        """What would run or reach out."""
        return [rule.found() for rule in self.broken]

    def attachments(self):
        """The files inside as (name, first bytes)."""
        for name, stream in self.files:
            yield name, head_of_stream(stream)


def look_through(pdf: pikepdf.Pdf) -> Contents:
    """Walk through all objects of a PDF. Raises RefusedError where that has no end in sight."""
    contents = Contents()
    seen = set()
    waiting = [(entry, 0) for entry in pdf.objects]
    waiting.append((pdf.trailer, 0))
    walked = 0
    while waiting:
        entry, depth = waiting.pop()
        walked += 1
        if depth > limits.MAX_DEPTH or walked > limits.MAX_OBJECTS:
            raise RefusedError(TOO_DEEP.found())
        if not isinstance(entry, CONTAINERS):
            continue
        if entry.is_indirect:
            if entry.objgen in seen:
                continue
            seen.add(entry.objgen)
            depth = 0
        if isinstance(entry, pikepdf.Array):
            values = list(entry)
        else:
            fields = dict(entry.items())
            judge(fields, contents)
            values = fields.values()
        waiting += [(value, depth + 1) for value in values if isinstance(value, CONTAINERS)]
    return contents


def judge(fields: dict, contents: Contents) -> None:
    """Note what one dictionary would do."""
    action = name_in(fields, "/S")
    if action in ACTIONS:
        contents.note(ACTIONS[action])
    if "/JS" in fields and (action == "/Rendition" or isinstance(fields["/JS"], (pikepdf.String, str))):
        contents.note(JAVASCRIPT)
    if "/OnInstantiate" in fields:
        contents.note(JAVASCRIPT)
    if action == "/URI" and RUNNING_ADDRESS.match(text_in(fields, "/URI")):
        contents.note(JAVASCRIPT)
    if action in ("/GoToR", "/GoToE") and reaches_out(fields.get("/F")):
        contents.note(NETWORK_SHARE)
    if "/XFA" in fields:
        contents.note(XFA)
    kind = name_in(fields, "/Subtype")
    if kind in ANNOTATIONS and ("/Rect" in fields or kind == "/RichMedia"):
        contents.note(ANNOTATIONS[kind])
    judge_files_and_comments(fields, kind, contents)


def judge_files_and_comments(fields: dict, kind: str, contents: Contents) -> None:
    """Note attachments, comments and redactions that were drawn and never applied."""
    if isinstance(fields.get("/EF"), pikepdf.Dictionary):
        name = text_in(fields, "/UF") or text_in(fields, "/F")
        contents.files += [
            (name, stream) for stream in fields["/EF"].values() if isinstance(stream, pikepdf.Stream)
        ]
    if "/Rect" not in fields:
        return
    if kind == "/Redact":
        contents.has_unapplied_redaction = True
    elif kind in COMMENTS:
        contents.has_comments = True
        contents.comments_by.add(text_in(fields, "/T"))


COMMENTS = {
    "/Text", "/FreeText", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Ink", "/Stamp",
    "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine",
}  # fmt: skip


def name_in(fields: dict, key: str) -> str:
    """A field that is a name, or nothing."""
    value = fields.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""


def text_in(fields: dict, key: str) -> str:
    """A field that is a text, or nothing."""
    value = fields.get(key)
    return str(value) if isinstance(value, (pikepdf.String, str)) else ""


def reaches_out(target) -> bool:
    """Whether a file specification names another computer."""
    names = [target] if not isinstance(target, pikepdf.Dictionary) else list(target.values())
    texts = [str(name) for name in names if isinstance(name, (pikepdf.String, str))]
    return any(re.match(r"\s*(\\\\|//|[a-z]{2,}:)", text, re.I) for text in texts)


def head_of_stream(stream: pikepdf.Stream, length: int = 20 * limits.MEGABYTE) -> bytes:
    """The first bytes of a stream, unpacked no further than that; nothing where they cannot be unpacked."""
    raw = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    names = [str(one) for one in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if filters is None or not names:
        return raw[:length]
    if names == ["/FlateDecode"]:
        try:
            return zlib.decompressobj().decompress(raw, length)
        except zlib.error:
            return b""
    try:
        return stream.read_bytes()[:length]
    except pikepdf.PdfError:
        return b""
