"""What an office document holds and does not show is told to whoever uploads it."""

import pytest

from documents.inspection.report import Severity

from . import files
from .files import docx, opendocument, pptx, with_parts, xlsx

CHANGE = '<w:p><w:del w:author="Jo Doe"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
COMMENT = f'<w:comments xmlns:w="{files.WORD}"><w:comment w:author="Jo Doe"><w:p/></w:comment></w:comments>'


def hidden_sheet(book):
    book.create_sheet("Staff").sheet_state = "hidden"


def very_hidden_sheet(book):
    book.create_sheet("Staff").sheet_state = "veryHidden"


def hidden_column(book):
    book.active.column_dimensions["B"].hidden = True


def hidden_row(book):
    book.active.row_dimensions[1].hidden = True


def style(name: str, properties: str) -> str:
    return f'<style:style style:name="{name}">{properties}</style:style>'


WARNED = {
    "changes in Word": ("tracked-changes", "a.docx", docx(CHANGE)),
    "comments in Word": ("comments", "a.docx", docx(parts={"word/comments.xml": COMMENT})),
    "hidden words": (
        "hidden-text",
        "a.docx",
        docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>"),
    ),
    "no title": ("no-title", "a.docx", docx(information=files.core(title=""))),
    "no language": ("no-language", "a.docx", docx(information=files.core(language=""))),
    "a hidden slide": ("hidden-slides", "a.pptx", pptx(hidden=True)),
    "comments on slides": ("comments", "a.pptx", pptx(parts={"ppt/comments/comment1.xml": "<a/>"})),
    "a hidden sheet": ("hidden-sheets", "a.xlsx", xlsx(hidden_sheet)),
    "a very hidden sheet": ("hidden-sheets", "a.xlsx", xlsx(very_hidden_sheet)),
    "a hidden column": ("hidden-cells", "a.xlsx", xlsx(hidden_column)),
    "a hidden row": ("hidden-cells", "a.xlsx", xlsx(hidden_row)),
    "a pivot cache": (
        "pivot-cache",
        "a.xlsx",
        with_parts(xlsx(), {"xl/pivotCache/pivotCacheRecords1.xml": "<pivotCacheRecords/>"}),
    ),
    "comments in cells": (
        "comments",
        "a.xlsx",
        with_parts(
            xlsx(), {"xl/comments1.xml": "<comments><authors><author>Jo</author></authors></comments>"}
        ),
    ),
    "links to other workbooks": (
        "remote-data",
        "a.xlsx",
        with_parts(xlsx(), {"xl/externalLinks/externalLink1.xml": "<externalLink/>"}),
    ),
    "changes in LibreOffice": ("tracked-changes", "a.odt", opendocument(body="<text:changed-region/>")),
    "comments in LibreOffice": ("comments", "a.odt", opendocument(body="<office:annotation/>")),
    "hidden words in LibreOffice": ("hidden-text", "a.odt", opendocument(body="<text:hidden-paragraph/>")),
    "a hidden sheet in LibreOffice": (
        "hidden-sheets",
        "a.ods",
        opendocument(
            "ods",
            styles=style("ta2", '<style:table-properties table:display="false"/>'),
            body='<table:table table:name="Staff" table:style-name="ta2"/>',
        ),
    ),
    "hidden rows in LibreOffice": (
        "hidden-cells",
        "a.ods",
        opendocument("ods", body='<table:table-row table:visibility="collapse"/>'),
    ),
    "a hidden slide in LibreOffice": (
        "hidden-slides",
        "a.odp",
        opendocument(
            "odp",
            styles=style("dp2", '<style:drawing-page-properties presentation:visibility="hidden"/>'),
            body='<draw:page draw:style-name="dp2"/>',
        ),
    ),
    "a hidden layer in LibreOffice": (
        "hidden-layers",
        "a.odp",
        opendocument("odp", body='<draw:layer draw:name="Notes" draw:display="none"/>'),
    ),
}


@pytest.mark.parametrize(("code", "name", "content"), WARNED.values(), ids=WARNED.keys())
def test_what_is_hidden_is_warned_of(look, code, name, content):
    report = look(name, content)
    assert report.obstacles == []
    assert [finding.code for finding in report.warnings] == [code]
    assert report.warnings[0].how_to_fix


def test_who_wrote_is_named(look):
    (finding,) = look("a.docx", docx(CHANGE)).warnings
    assert "Jo Doe" in finding.says


def test_hidden_sheets_are_named(look):
    (finding,) = look("a.xlsx", xlsx(hidden_sheet)).warnings
    assert finding.where == "sheet Staff"


def test_what_can_be_seen_is_not_warned_of(codes):
    shown = docx('<w:p><w:r><w:rPr><w:vanish w:val="0"/><w:webHidden/></w:rPr><w:t>x</w:t></w:r></w:p>')
    assert codes("a.docx", shown) == set()
    assert codes("a.xlsx", xlsx(lambda book: book.create_sheet("Staff"))) == set()
    assert codes("a.ods", opendocument("ods", body='<table:table table:name="Staff"/>')) == set()


def test_a_language_in_the_styles_is_enough(codes):
    styles = (
        f'<w:styles xmlns:w="{files.WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="cy-GB"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults></w:styles>"
    )
    assert (
        codes("a.docx", docx(information=files.core(language=""), parts={"word/styles.xml": styles})) == set()
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", docx(information=files.core(creator="Jo Doe"))),
        ("a.xlsx", xlsx(creator="Jo Doe")),
        ("a.odt", opendocument(meta="<meta:initial-creator>Jo Doe</meta:initial-creator>")),
    ],
)
def test_names_in_the_information_are_mended_and_no_warning(look, name, content):
    report = look(name, content)
    assert [finding.code for finding in report.of(Severity.MENDED)] == ["names-removed"]
    assert report.warnings == []
