"""A file is what it holds, not what it is called."""

import pytest

from documents.inspection.report import Severity

from . import files

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600

POSING = {
    "HTML": ("review.pdf", b"<!DOCTYPE html><html><script>alert(1)</script></html>"),
    "HTML behind the mark of a PDF": ("review.pdf", b"%PDF-1.4<html><script>alert(1)</script></html>"),
    "HTML in UTF-16": ("review.txt", "\ufeff<html><script>alert(1)</script>".encode("utf-16-le")),
    "HTML behind a comment": ("review.txt", b"<!-- x --><html><body>Hello</body></html>"),
    "SVG": (
        "picture.pdf",
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    ),
    "a program": ("review.pdf", files.PROGRAM),
    "a Linux program": ("review.docx", b"\x7fELF\x02\x01\x01" + b"\0" * 100),
    "a shortcut of Windows": ("review.pdf", b"L\0\0\0\x01\x14\x02\0" + b"\0" * 80),
    "a shell script": ("notes.txt", b"#!/bin/sh\nrm -rf /\n"),
    "PHP": ("notes.txt", b"<?php system($_GET['c']); ?>"),
    "a spreadsheet called a text": ("notes.docx", files.xlsx()),
    "an archive called a text": ("notes.docx", files.zip_of({"a.txt": "words"})),
    "an old Word document": ("notes.docx", OLE),
    "letters called a PDF": ("review.pdf", b"Only words."),
    "a picture": ("review.pdf", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 60),
    "bytes called a text": ("notes.txt", bytes(range(256)) * 4),
}


@pytest.mark.parametrize(("name", "content"), POSING.values(), ids=POSING.keys())
def test_a_file_that_poses_as_another_is_refused(codes, name, content):
    assert codes(name, content) == {"wrong-content"}


def test_the_reason_names_both_kinds(look):
    (finding,) = look("notes.docx", files.xlsx()).obstacles
    assert "a Word document" in finding.says
    assert "an Excel workbook" in finding.says
    assert "export it as a Word document" in finding.how_to_fix


def test_an_empty_file_is_refused(codes):
    assert codes("review.pdf", b"") == {"empty-file"}


@pytest.mark.parametrize("name", ["run.exe", "page.html", "drawing.svg", "macro.docm", "review.pdf.js"])
def test_only_known_endings_are_taken(codes, name):
    assert codes(name, b"words") == {"unknown-ending"}


def test_a_name_without_an_ending_is_refused_with_words_of_its_own(codes):
    assert codes("noending", b"words") == {"no-ending"}


@pytest.mark.parametrize(
    "rubbish", [b"%PDF-1.7\nnothing more", b"%PDF-1.7 first version", b"%PDF-1.4\n" + b"\xff" * 4000]
)
def test_a_mark_alone_makes_no_pdf(codes, rubbish):
    assert codes("review.pdf", rubbish) == {"unreadable"}


def test_honest_files_pass(codes, clean_pdf):
    assert codes("review.PDF", clean_pdf) == set()
    assert codes("notes.docx", files.docx()) == set()
    assert codes("beds.xlsx", files.xlsx()) == set()
    assert codes("talk.pptx", files.pptx()) == set()
    assert codes("notes.odt", files.opendocument("odt")) == set()
    assert codes("beds.ods", files.opendocument("ods")) == set()
    assert codes("talk.odp", files.opendocument("odp")) == set()
    assert codes("notes.txt", b"MZ is where this text begins, and 3 < 4.") == set()


def test_names_from_inside_a_file_carry_no_html_into_the_report(look):
    archive = files.zip_of(
        {"<img src=x onerror=alert(1)>.exe": files.PROGRAM, "\u202efdp.exe": files.PROGRAM}
    )
    (finding,) = look("papers.zip", archive).of(Severity.REFUSED)
    assert "<" not in str(finding)
    assert "\u202e" not in str(finding)
