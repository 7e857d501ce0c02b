"""What a reader's program finds in a pack: asked of pdfium, which did not make it, and of its objects."""

from ctypes import create_string_buffer

import pikepdf
import pypdfium2
from pypdfium2 import raw


def tags_by_page(content: bytes) -> list[list[str]]:
    """The kinds of the elements that each page has, as pdfium finds them through the ParentTree."""
    found = []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            tree = raw.FPDF_StructTree_GetForPage(page)
            kinds: list[str] = []
            for number in range(raw.FPDF_StructTree_CountChildren(tree)):
                collect(raw.FPDF_StructTree_GetChildAtIndex(tree, number), kinds)
            raw.FPDF_StructTree_Close(tree)
            found.append(kinds)
    return found


def collect(element, kinds: list[str]) -> None:
    """Add an element's kind and those below it."""
    if not element:
        return
    room = create_string_buffer(200)
    length = raw.FPDF_StructElement_GetType(element, room, 200)
    kinds.append(room.raw[: max(length - 2, 0)].decode("utf-16-le"))
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        collect(raw.FPDF_StructElement_GetChildAtIndex(element, number), kinds)


def texts(content: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_range() for page in document]


def faults_in_tags(pdf: pikepdf.Pdf) -> list[str]:
    """Where pages and annotations name entries of the tree that are not there, or are another's."""
    root = pdf.Root.StructTreeRoot
    entries = dict(pikepdf.NumberTree(root.ParentTree).items())
    faults, used = [], set()
    for number, page in enumerate(pdf.pages, start=1):
        key = page.obj.get("/StructParents")
        if key not in entries or key in used:
            faults.append(f"page {number}: entry {key}")
            continue
        used.add(key)
        faults += [
            f"page {number}: an element below another tree"
            for each in entries[key]
            if not is_below(each, root)
        ]
        for annotation in page.obj.get("/Annots", ()):
            element = entries.get(annotation.get("/StructParent"))
            if element is None or annotation.objgen not in objects_of(element):
                faults.append(f"page {number}: an annotation without its element")
    if root.ParentTreeNextKey <= max(entries):
        faults.append("the next key is taken")
    return faults


def is_below(element, root) -> bool:
    """Whether an element's parents lead to the root."""
    for _ in range(60):
        if element.objgen == root.objgen:
            return True
        element = element.P
    return False


def objects_of(element) -> set:
    """The objects that an element holds."""
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    return {kid.Obj.objgen for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid}
