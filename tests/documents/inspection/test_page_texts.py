"""The text of a file is what the file shows, page by page: nothing deleted, hidden or covered."""

import time

import pytest

from documents.inspection import limits, sandbox
from documents.inspection.page_texts import NoTextError, page_texts

from . import files


@pytest.fixture
def texts(tmp_path):
    """Take the text of bytes as a file of a name."""

    def texts(name: str, content: bytes):
        path = tmp_path / "upload"
        path.write_bytes(content)
        return page_texts(path, name)

    return texts


def run_of(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


class PDFTests:
    def test_text_under_a_dark_box_is_withheld_with_its_page(self, texts):
        covered = "BT /F1 24 Tf 100 700 Td (Her name) Tj ET 0 0 0 rg 90 690 200 40 re f"
        found = texts("review.pdf", files.drawn_pdf(covered))
        assert found.pages == [""]
        assert found.withheld == [1]

    def test_a_dark_box_beside_the_text_hides_nothing(self, texts):
        beside = "0 0 0 rg 90 600 200 40 re f BT /F1 24 Tf 100 700 Td (Her name) Tj ET"
        assert texts("review.pdf", files.drawn_pdf(beside)).pages == ["Her name"]

    def test_a_damaged_one_says_so(self, texts):
        with pytest.raises(NoTextError, match="cannot be opened"):
            texts("review.pdf", b"%PDF-1.7 not really")

    def test_at_least_a_hundred_pages_a_second_within_256_megabytes(self, tmp_path):
        assert limits.READING_MEMORY == 256 * limits.MEGABYTE
        path = tmp_path / "long.pdf"
        words = "\n\n".join(f"Sentence {number} of the findings of this review." for number in range(60))
        path.write_bytes(files.clean_pdf(pages=100, words=words))
        began = time.monotonic()
        found = sandbox.read_apart(path, "long.pdf")
        assert len(found["pages"]) / (time.monotonic() - began) > 100


class WordTests:
    def test_deleted_moved_hidden_and_commented_words_stay_out(self, texts):
        body = (
            f"<w:p>{run_of('Shown.')}{run_of('Hidden.', '<w:vanish/>')}</w:p>"
            f"<w:p><w:del><w:r><w:delText>Deleted.</w:delText></w:r></w:del>"
            f"<w:moveFrom>{run_of('Moved.')}</w:moveFrom>{run_of('Kept.')}</w:p>"
        )
        comments = {
            "word/comments.xml": f'<w:comments xmlns:w="{files.WORD}"><w:t>Remark.</w:t></w:comments>'
        }
        assert texts("review.docx", files.docx(body, parts=comments)).pages == ["Shown.\nKept."]

    def test_something_else_under_that_name_says_so(self, texts):
        with pytest.raises(NoTextError, match="damaged"):
            texts("review.docx", b"not a Word document")


class SlideTests:
    def test_each_slide_is_a_page(self, texts):
        found = texts("talk.pptx", files.pptx())
        assert (found.pages, found.page_count) == (["Findings"], 1)

    def test_a_hidden_slide_is_an_empty_page(self, texts):
        assert texts("talk.pptx", files.pptx(hidden=True)).pages == [""]


class LibreOfficeTests:
    def test_paragraphs_without_comments_and_deleted_words(self, texts):
        body = (
            "<text:tracked-changes><text:deletion><text:p>Deleted.</text:p></text:deletion></text:tracked-changes>"
            "<text:h>Findings</text:h><text:p>What <text:span>we</text:span><text:s/>found."
            "<office:annotation><text:p>Remark.</text:p></office:annotation></text:p>"
        )
        assert texts("review.odt", files.opendocument(body=body)).pages == ["Findings\nWhat we found."]

    def test_a_hidden_paragraph_stays_out(self, texts):
        styles = '<style:style style:name="P1"><style:text-properties text:display="none"/></style:style>'
        body = '<text:p text:style-name="P1">Hidden.</text:p><text:p text:style-name="P2">Shown.</text:p>'
        assert texts("review.odt", files.opendocument(body=body, styles=styles)).pages == ["Shown."]

    def test_each_slide_is_a_page(self, texts):
        body = "<draw:page><text:p>One</text:p></draw:page><draw:page><text:p>Two</text:p></draw:page>"
        found = texts("talk.odp", files.opendocument("odp", body))
        assert (found.pages, found.page_count) == (["One", "Two"], 2)


def test_plain_text_in_any_encoding_without_what_no_database_takes(texts):
    assert texts("notes.txt", "Café\x01\ufeff\r\nnext".encode()).pages == ["Café\nnext"]
    assert texts("notes.txt", "Café".encode("cp1252")).pages == ["Café"]


def test_a_kind_without_text_has_none(texts):
    assert texts("data.xlsx", files.xlsx()) is None
