"""Papers of every sort that comes to a meeting."""

import pikepdf

from documents.sample_pdf import sample_pdf
from tests.documents.inspection.files import changed_pdf


def tagged_pdf(title: str = "Finance report", pages: int = 2) -> bytes:
    """A tagged paper with a table, whose cells name their headers."""
    table = {
        "heading": "Figures",
        "paragraphs": [f"The words of {title}."],
        "rows": [["What", "How many"], ["Visits", "120"]],
        "new_page_after": True,
    }
    last = {"heading": "Recommendation", "paragraphs": ["To note it."]}
    return sample_pdf(title, "About it.", [table] * (pages - 1) + [last])


def untagged_pdf(title: str = "Scanned letter") -> bytes:
    """A paper without tags, as “Print to PDF” makes it."""

    def strip(pdf):
        del pdf.Root.StructTreeRoot
        del pdf.Root.MarkInfo

    return changed_pdf(strip, tagged_pdf(title))


def turned_pdf(degrees: int) -> bytes:
    """A paper whose pages are turned to be looked at."""

    def turn(pdf):
        for page in pdf.pages:
            page.obj.Rotate = degrees

    return changed_pdf(turn, tagged_pdf(f"Turned {degrees}"))


def boxed_pdf(media: list, crop: list | None = None) -> bytes:
    """A paper of an odd size."""

    def box(pdf):
        for page in pdf.pages:
            page.obj.MediaBox = pikepdf.Array(media)
            if crop:
                page.obj.CropBox = pikepdf.Array(crop)

    return changed_pdf(box, tagged_pdf("Odd size"))


def locked_pdf() -> bytes:
    """A paper that asks for a password."""
    return changed_pdf(lambda pdf: None, tagged_pdf(), encryption=pikepdf.Encryption(owner="a", user="b"))


DAMAGED = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nand then nothing\n%%EOF\n"
