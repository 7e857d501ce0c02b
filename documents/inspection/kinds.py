"""What a file is by its content. Its name is only what somebody says it is."""

import re
import struct
import zipfile
from pathlib import Path

import filetype

from .report import Rule, Severity

# What each ending that we accept is called.
NAMES = {
    "csv": "a table of data (CSV)",
    "docx": "a Word document",
    "epub": "an EPUB book",
    "mp3": "an MP3 sound recording",
    "mp4": "an MP4 video",
    "odp": "a LibreOffice presentation",
    "ods": "a LibreOffice spreadsheet",
    "odt": "a LibreOffice text document",
    "pdf": "a PDF",
    "pptx": "a PowerPoint presentation",
    "rtf": "rich text (RTF)",
    "txt": "plain text",
    "vtt": "subtitles (WebVTT)",
    "webm": "a WebM video",
    "xlsx": "an Excel workbook",
    "zip": "a ZIP archive",
}
OTHER_NAMES = {
    "executable": "a program",
    "script": "a script",
    "html": "a web page",
    "svg": "a drawing that can run scripts (SVG)",
    "ole": "an old or encrypted Office file",
    "text": "plain text",
    "empty": "nothing at all",
}
TEXTS = {"csv", "txt", "vtt"}
DANGEROUS = {"executable", "script", "html", "svg"}

EMPTY = Rule(
    "empty-file", Severity.REFUSED, "The file is empty.", "Save or export it again, then upload the new file."
)
NO_ENDING = Rule(
    "no-ending",
    Severity.REFUSED,
    "The file’s name has no ending, such as “.pdf”, so nobody’s computer knows how to open it.",
    "Give it the ending of its kind, or save it again in the program it was made with.",
)
UNKNOWN_ENDING = Rule(
    "unknown-ending",
    Severity.REFUSED,
    "Files whose name ends in “{ending}” cannot be published here.",
    f"Save it in one of these formats: {', '.join(sorted(NAMES)).upper()}.",
)
WRONG_CONTENT = Rule(
    "wrong-content",
    Severity.REFUSED,
    "The file’s name says that it is {expected}, but its content is {actual}.",
    "Open it in the program it was made with and export it as {expected}; giving it another name does not change it.",
)
ENCRYPTED = Rule(
    "encrypted",
    Severity.REFUSED,
    "The file is encrypted or locked with a password, so nobody could read it.",
    "Open it with the password, remove the password, save it and upload it again.",
)
UNREADABLE = Rule(
    "unreadable",
    Severity.REFUSED,
    "The file is damaged or is not really {expected}: it cannot be opened.",
    "Open it in the program it was made with. If that works, export it again and upload the new file.",
)

MACH_O = (
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
)
PROGRAMS = (b"\x7fELF", b"dex\n", b"\0asm", b"L\0\0\0\x01\x14\x02\0", b"MSCF", *MACH_O)
SCRIPTS = re.compile(rb"\s*(#!|<\?php|<%|@echo off)", re.I)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARKUP = re.compile(
    r"<(!doctype\s+(html|svg)|(html|svg|script|iframe|body|head|object|embed|meta|frameset|xsl:stylesheet)[\s>/:])",
    re.I,
)
# Endings that a computer runs when somebody opens the file.
RUNNING_ENDINGS = {
    "app", "appimage", "bat", "bin", "chm", "cmd", "com", "cpl", "deb", "dll", "dmg", "docm", "dotm", "elf", "exe",
    "gadget", "hta", "htm", "html", "img", "inf", "iso", "jar", "js", "jse", "lnk", "mht", "mhtml", "msc", "msi",
    "msix", "msp", "pif", "pkg", "potm", "ppam", "ppsm", "pptm", "ps1", "psm1", "pub", "py", "rb", "reg", "rpm",
    "scf", "scr", "settingcontent-ms", "sh", "shtml", "svg", "svgz", "sys", "url", "vb", "vbe", "vbs", "vhd",
    "vhdx", "wasm", "ws", "wsf", "wsh", "xbap", "xhtml", "xlam", "xlsb", "xlsm", "xltm", "xll",
}  # fmt: skip
OFFICE_MAIN_PARTS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
MIMETYPES = {
    "application/epub+zip": "epub",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
}


def ending_of(filename: str) -> str:
    """The last ending of a file name, in small letters and without its dot."""
    return Path(filename.strip().rstrip(".")).suffix.lower().removeprefix(".")


def is_program(head: bytes) -> bool:
    """Whether a file that begins like this is a program for some computer or telephone."""
    if head.startswith(b"MZ"):
        # A text may begin with these two letters; a program has binary numbers behind them.
        offset = struct.unpack("<I", head[60:64])[0] if len(head) >= 64 else 0
        return b"\0" in head[2:256] or head[offset : offset + 2] in (b"PE", b"NE", b"LE")
    return head.startswith(PROGRAMS)


def markup_kind(head: bytes) -> str | None:
    """ "html" or "svg" where the first kilobyte holds the marks of a page that a browser would run."""
    for encoding in ("utf-16", "latin-1") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else ("latin-1",):
        match = MARKUP.search(head[:1024].decode(encoding, errors="replace"))
        if match:
            return "svg" if "svg" in match[0].lower() else "html"
    return None


def kind_of_head(head: bytes) -> str:
    """What a file is, judged by its first bytes alone: an ending we know, "text", a dangerous kind, or "unknown"."""
    if not head:
        return "empty"
    if is_program(head):
        return "executable"
    if SCRIPTS.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "script"
    # Even behind another format's mark: a browser that guesses would run it.
    if not head.startswith((b"PK\x03\x04", b"{\\rtf")) and (markup := markup_kind(head)):
        return markup
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(OLE):
        return "ole"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head[4:8] == b"ftyp":
        return "mp4"
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return "webm" if b"webm" in head[:64] else "mkv"
    if head.startswith(b"ID3") or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2):
        return "mp3"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if looks_like_text(head):
        return "text"
    guessed = filetype.guess(head)
    return guessed.extension if guessed else "unknown"


def kind_of(path: Path) -> str:
    """What a file is, judged by its content: an ending that we know, a dangerous kind, or something else's name."""
    with path.open("rb") as file:
        return kind_of_head(file.read(8192))


def kind_of_archive(archive: zipfile.ZipFile) -> str:
    """Which of the many formats that are ZIP archives inside an open archive is."""
    names = archive.namelist()
    if "mimetype" in names:
        with archive.open("mimetype") as member:
            declared = member.read(200).decode("ascii", errors="replace").strip()
        return MIMETYPES.get(declared, "zip")
    if "[Content_Types].xml" in names:
        for folder, kind in OFFICE_MAIN_PARTS.items():
            if any(name.startswith(folder) for name in names):
                return kind
    return "zip"


def looks_like_text(head: bytes) -> bool:
    """Whether bytes are letters: no NUL outside UTF-16, hardly any control characters."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return b"\0" not in head and controls <= len(head) // 100


def name_of(kind: str) -> str:
    """A kind in words: "a program", "a Word document"."""
    known = OTHER_NAMES.get(kind) or NAMES.get(kind)
    return known or ("something else" if kind == "unknown" else f"something else ({kind})")


def matches(ending: str, kind: str) -> bool:
    """Whether a file of this kind may have a name with this ending."""
    return kind == ending or (kind == "text" and ending in TEXTS)
