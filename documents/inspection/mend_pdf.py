"""The public copy of a PDF. Writing it anew also leaves behind what earlier savings had deleted and kept."""

from pathlib import Path

import pikepdf

from .pdf_accessibility import language_of, title_of
from .pdf_hidden import HARMLESS_INFORMATION
from .pictures import without_private_data

# What the metadata may keep: statements on accessibility and archiving that readers' programs look for.
KEPT_METADATA = (
    "pdfuaid:",
    "pdfaid:",
    "{http://www.aiim.org/pdfua/ns/id/}",
    "{http://www.aiim.org/pdfa/ns/id/}",
)
PRIVATE_ENTRIES = ("/PieceInfo", "/Metadata", "/LastModified")


def write_copy(path: Path, out_path: Path, title: str, language: str) -> set[str]:
    """Write a PDF's public copy; answers what was done to it, or "signed" where nothing may be done."""
    with pikepdf.open(path, access_mode=pikepdf.AccessMode.stream) as pdf:
        if is_signed(pdf):
            return {"signed"}
        done = set()
        kept = clean_information(pdf, done)
        if clean_objects(pdf):
            done.add("pictures")
        if title and title_of(pdf) != title:
            done.add("title")
        if language and language_of(pdf) != language:
            done.add("language")
            pdf.Root.Lang = pikepdf.String(language)
        title = title or title_of(pdf)
        if title:
            pdf.docinfo["/Title"] = title
            show_title(pdf)
        write_metadata(pdf, title, language or language_of(pdf), kept)
        pdf.save(
            out_path,
            encryption=bool(pdf.is_encrypted),
            preserve_pdfa=True,
            deterministic_id=not pdf.is_encrypted,
        )
        return done


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """Whether a PDF carries a digital signature (bit 1 of SigFlags, ISO 32000-2, 12.7.3)."""
    form = pdf.Root.get("/AcroForm")
    flags = form.get("/SigFlags", 0) if isinstance(form, pikepdf.Dictionary) else 0
    return isinstance(flags, int) and bool(flags & 1)


def clean_information(pdf: pikepdf.Pdf, done: set[str]) -> dict[str, str]:
    """Take names out of the information and metadata; answers the metadata that may stay."""
    kept = {}
    try:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            kept = {
                key: str(value)
                for key, value in metadata.items()
                if key.startswith(KEPT_METADATA) and isinstance(value, str)
            }
            if any(key.endswith(("creator", "CreatorTool", "Producer", "Author")) for key in metadata):
                done.add("names")
    except (ValueError, KeyError, TypeError, pikepdf.PdfError):
        done.add("names")  # metadata that cannot be read is not published
    for key in list(pdf.docinfo.keys()):
        if key not in HARMLESS_INFORMATION:
            done.add("names")
            del pdf.docinfo[key]
    if "/Metadata" in pdf.Root:
        del pdf.Root["/Metadata"]
    return kept


def clean_objects(pdf: pikepdf.Pdf) -> bool:
    """Take out of pages and pictures what programs and cameras wrote about themselves; whether there was any."""
    found = False
    for entry in pdf.objects:
        if (
            not isinstance(entry, (pikepdf.Dictionary, pikepdf.Stream))
            or entry.get("/Type") == pikepdf.Name.Catalog
        ):
            continue
        for key in PRIVATE_ENTRIES:
            if key in entry:
                del entry[key]
                found = found or key == "/Metadata"
        if isinstance(entry, pikepdf.Stream) and entry.get("/Filter") == pikepdf.Name.DCTDecode:
            raw = entry.read_raw_bytes()
            cleaned = without_private_data(raw)
            if cleaned != raw:
                entry.write(cleaned, filter=pikepdf.Name.DCTDecode, decode_parms=entry.get("/DecodeParms"))
                found = True
    return found


def show_title(pdf: pikepdf.Pdf) -> None:
    """Let readers' windows show the title in place of the file's name."""
    if not isinstance(pdf.Root.get("/ViewerPreferences"), pikepdf.Dictionary):
        pdf.Root.ViewerPreferences = pikepdf.Dictionary()
    pdf.Root.ViewerPreferences.DisplayDocTitle = True


def write_metadata(pdf: pikepdf.Pdf, title: str, language: str, kept: dict[str, str]) -> None:
    """Write new metadata: title, language, and what may stay."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if title:
            metadata["dc:title"] = title
        if language:
            metadata["dc:language"] = {language}
        for key, value in kept.items():
            metadata[key] = value
