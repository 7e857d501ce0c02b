"""The demonstration's PDFs are as accessible as the site asks of others, and say what they are."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from documents.models import CustomDocument
from documents.sample_pdf import sample_pdf

SECTIONS = [
    {"heading": "First", "paragraphs": ["Words with a # and a *star*."], "new_page_after": True},
    {"heading": "Second", "paragraphs": [], "rows": [["Part", "What"], ["One", "Something"]]},
]


@pytest.fixture(scope="module")
def pdf():
    return sample_pdf("A title with a #", "Demonstration only. About.", SECTIONS)


def kinds(element, found=None) -> set[str]:
    """The kinds of tags below a structure element."""
    found = set() if found is None else found
    if isinstance(element, pikepdf.Array):
        for child in element:
            kinds(child, found)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            found.add(str(element["/S"]))
        kinds(element.get("/K"), found)
    return found


def test_is_tagged_with_title_and_language(pdf):
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert opened.Root.Lang == "en-GB"
        assert opened.docinfo["/Title"] == "A title with a #"
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD"} <= kinds(opened.Root.StructTreeRoot.K)


def test_says_on_every_page_that_it_is_for_demonstration_only(pdf):
    pages = list(pypdfium2.PdfDocument(pdf))
    assert len(pages) == 2
    for page in pages:
        assert "Demonstration only" in page.get_textpage().get_text_bounded()


def test_takes_words_as_words_and_not_as_markup(pdf):
    assert "Words with a # and a *star*." in pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()


def test_is_the_same_each_time(pdf):
    assert sample_pdf("A title with a #", "Demonstration only. About.", SECTIONS) == pdf


def test_each_file_of_the_demonstration_has_the_pages_it_is_said_to_have(demonstration_site):
    documents = [file for file in CustomDocument.with_private.all() if file.filename.endswith(".pdf")]
    assert documents
    for document in documents:
        with document.file.open("rb") as file, pikepdf.open(file) as opened:
            assert len(opened.pages) == document.pages, document.title
            assert "demonstration only" in str(opened.docinfo["/Title"])
        assert document.demonstration_only
