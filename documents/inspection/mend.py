"""The public copy of a file: without the names of people and software, with the title and language that staff gave it.

The original is never touched: the copy is written beside it, and what was done is told in findings. Files that name
nobody by their nature (plain text, archives, films) are copied as they are.
"""

import shutil
from pathlib import Path

from . import kinds, mend_office, mend_pdf
from .report import Finding, Rule, Severity

NAMES_REMOVED = Rule(
    "removed-names",
    Severity.MENDED,
    "The names of people and software were taken out of the document’s information.",
    "You need do nothing; the file that you uploaded is kept as it was.",
)
TITLE_SET = Rule(
    "set-title", Severity.MENDED, "The title was written into the document.", "You need do nothing."
)
LANGUAGE_SET = Rule(
    "set-language", Severity.MENDED, "The language was written into the document.", "You need do nothing."
)
PICTURES_CLEANED = Rule(
    "cleaned-pictures",
    Severity.MENDED,
    "What cameras wrote into the pictures (place, time, owner) was taken out.",
    "You need do nothing.",
)
SIGNED = Rule(
    "signed",
    Severity.WARNED,
    "The PDF is signed. Any change would break the signature, so it goes out as it is, with all its information.",
    "If names should not be public, export it without a signature.",
)

RULES = {
    "names": NAMES_REMOVED,
    "title": TITLE_SET,
    "language": LANGUAGE_SET,
    "pictures": PICTURES_CLEANED,
    "signed": SIGNED,
}
MENDERS = {
    "pdf": mend_pdf.write_copy,
    "docx": mend_office.write_ooxml_copy,
    "xlsx": mend_office.write_ooxml_copy,
    "pptx": mend_office.write_ooxml_copy,
    "odt": mend_office.write_opendocument_copy,
    "ods": mend_office.write_opendocument_copy,
    "odp": mend_office.write_opendocument_copy,
}


def mend(path: Path, out_path: Path, title: str, language: str, filename: str = "") -> list[Finding]:
    """Write the public copy of the file at `path` to `out_path` and say what was done.

    `filename` is needed where the path itself has no telling ending. Raises what its parser raises for a file that no
    inspection accepted.
    """
    ending = kinds.ending_of(filename or path.name)
    mender = MENDERS.get(ending)
    if mender is None:
        shutil.copyfile(path, out_path)
        return []
    done = mender(path, out_path, " ".join(title.split()), language)
    if "signed" in done:
        shutil.copyfile(path, out_path)
    return [rule.found() for key, rule in RULES.items() if key in done]
