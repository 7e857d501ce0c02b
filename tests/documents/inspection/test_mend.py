"""The public copy names nobody, carries the title and language of the form, and is otherwise the same."""

import io
import struct
import zipfile
import zlib

import openpyxl
import pikepdf
import pytest
from pikepdf import Dictionary, Name
from PIL import Image

from documents.inspection import mend
from documents.inspection.page_texts import of_pdf
from documents.inspection.pictures import without_private_data

from . import files

NAME = "Jo Doe"


@pytest.fixture
def mended(tmp_path):
    """The public copy of bytes under a name, and the codes of what was done."""

    def mended(name: str, content: bytes, title="New title", language="cy"):
        path, copy = tmp_path / name, tmp_path / f"copy-{name}"
        path.write_bytes(content)
        done = [finding.code for finding in mend.mend(path, copy, title, language)]
        assert path.read_bytes() == content
        return copy, done

    return mended


def photograph(**saving) -> bytes:
    exif = Image.Exif()
    exif[0x013B] = NAME
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    written = io.BytesIO()
    Image.new("RGB", (40, 60), "red").save(written, saving.pop("format", "JPEG"), exif=exif, **saving)
    return written.getvalue()


def test_a_pdf_loses_its_names_and_gains_title_and_language(mended, look):
    copy, done = mended("review.pdf", files.clean_pdf(author=NAME))
    assert done == ["removed-names", "set-title", "set-language"]
    with pikepdf.open(copy) as pdf:
        assert set(pdf.docinfo.keys()) <= {"/Title", "/CreationDate", "/ModDate"}
        assert str(pdf.docinfo["/Title"]) == "New title"
        assert str(pdf.Root.Lang) == "cy"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "New title"
            assert "dc:creator" not in metadata
    raw = copy.read_bytes()
    assert NAME.encode() not in raw
    assert b"Typst" not in raw
    assert look("review.pdf", raw).findings == []


def test_a_pdf_keeps_its_text_and_its_tags(mended, clean_pdf):
    copy, _ = mended("review.pdf", clean_pdf)
    assert "Findings of the review." in of_pdf(copy).pages[0]
    with pikepdf.open(copy) as pdf:
        assert "/StructTreeRoot" in pdf.Root


def test_what_a_pdf_had_deleted_and_kept_is_left_behind(mended):
    def forget(pdf):
        pdf.make_indirect(Dictionary(Secret=pikepdf.String("deleted sentence")))
        pdf.pages[0].PieceInfo = Dictionary(App=Dictionary(Private=pikepdf.String(NAME)))

    copy, _ = mended("review.pdf", files.changed_pdf(forget))
    assert NAME.encode() not in copy.read_bytes()


def test_a_photograph_in_a_pdf_loses_its_camera_notes_and_no_point(mended):
    def place(pdf):
        picture = pdf.make_stream(
            photograph(), Type=Name.XObject, Subtype=Name.Image, Width=40, Height=60, BitsPerComponent=8,
            ColorSpace=Name.DeviceRGB, Filter=Name.DCTDecode,
        )  # fmt: skip
        pdf.pages[0].Resources.XObject = Dictionary(Im0=picture)

    copy, done = mended("review.pdf", files.changed_pdf(place))
    assert "cleaned-pictures" in done
    assert NAME.encode() not in copy.read_bytes()
    with pikepdf.open(copy) as pdf:
        assert pikepdf.PdfImage(pdf.pages[0].Resources.XObject.Im0).as_pil_image().getpixel((5, 5))[0] > 200


def test_a_signed_pdf_is_left_alone(mended):
    def sign(pdf):
        pdf.Root.AcroForm = Dictionary(SigFlags=3, Fields=pikepdf.Array([]))

    signed = files.changed_pdf(sign, files.clean_pdf(author=NAME))
    copy, done = mended("review.pdf", signed)
    assert done == ["signed"]
    assert copy.read_bytes() == signed


def test_an_encrypted_pdf_keeps_its_limits(mended):
    limits = pikepdf.Encryption(owner="o", user="", R=6, allow=pikepdf.Permissions(modify_other=False))
    copy, _ = mended("review.pdf", files.changed_pdf(lambda pdf: None, encryption=limits))
    with pikepdf.open(copy) as pdf:
        assert not pdf.allow.modify_other


def information(copy, part: str) -> str:
    with zipfile.ZipFile(copy) as archive:
        return archive.read(part).decode()


APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Company>{NAME}</Company><Manager>{NAME}</Manager><Application>Word</Application><Pages>3</Pages></Properties>"
)


def test_a_word_document_loses_its_names(mended, look):
    content = files.docx(
        information=files.core(creator=NAME),
        parts={
            "docProps/app.xml": APP,
            "word/media/image1.jpeg": photograph(),
            "word/settings.xml": f'<w:settings xmlns:w="{files.WORD}"><w:attachedTemplate w:id="rId9"/></w:settings>',
            "word/_rels/settings.xml.rels": files.relation(
                "attachedTemplate", f"file:///C:\\Users\\{NAME}\\a.dotx"
            ),
        },
    )
    copy, done = mended("notes.docx", content)
    assert done == ["removed-names", "set-title", "set-language", "cleaned-pictures"]
    with zipfile.ZipFile(copy) as archive:
        assert archive.testzip() is None
        assert all(NAME.encode() not in archive.read(name) for name in archive.namelist())
        assert b"attachedTemplate" not in archive.read("word/settings.xml")
        assert b"<Pages>3" in archive.read("docProps/app.xml") or b":Pages>3" in archive.read(
            "docProps/app.xml"
        )
    assert ">New title<" in information(copy, "docProps/core.xml")
    assert ">cy<" in information(copy, "docProps/core.xml")
    assert look("notes.docx", copy.read_bytes()).findings == []


def test_a_workbook_still_opens(mended, look):
    copy, done = mended("beds.xlsx", files.xlsx(creator=NAME))
    assert "removed-names" in done
    book = openpyxl.load_workbook(copy)
    assert book.active["A1"].value == "Ward"
    assert book.properties.title == "New title"
    assert not book.properties.creator or NAME not in book.properties.creator
    assert look("beds.xlsx", copy.read_bytes()).findings == []


def test_a_document_without_information_is_given_some(mended, look):
    bare = files.without_parts(files.docx(), "docProps/core.xml")
    copy, done = mended("notes.docx", bare)
    assert "set-title" in done
    report = look("notes.docx", copy.read_bytes())
    assert (report.title, report.language) == ("New title", "cy")


def test_a_libreoffice_document_loses_its_names(mended, look):
    meta = f"<meta:initial-creator>{NAME}</meta:initial-creator><dc:creator>{NAME}</dc:creator>"
    meta += "<meta:generator>LibreOffice</meta:generator><meta:editing-cycles>9</meta:editing-cycles>"
    copy, done = mended("notes.odt", files.opendocument(meta=meta))
    assert done == ["removed-names", "set-title", "set-language"]
    assert NAME not in information(copy, "meta.xml")
    with zipfile.ZipFile(copy) as archive:
        assert archive.namelist()[0] == "mimetype"
    report = look("notes.odt", copy.read_bytes())
    assert (report.title, report.language, report.findings) == ("New title", "cy", [])


def test_nothing_is_claimed_where_nothing_was_done(mended):
    copy, _ = mended("notes.docx", files.docx())
    _, done = mended("notes.docx", copy.read_bytes())
    assert done == []


def test_a_plain_text_goes_out_as_it_is(mended):
    copy, done = mended("notes.txt", b"Findings.")
    assert done == []
    assert copy.read_bytes() == b"Findings."


def test_a_photograph_keeps_which_way_up_it_is():
    before, after = photograph(), without_private_data(photograph())
    assert NAME.encode() not in after
    with Image.open(io.BytesIO(before)) as one, Image.open(io.BytesIO(after)) as other:
        assert other.getexif() == {0x0112: 6}
        assert one.tobytes() == other.tobytes()


def test_a_png_loses_its_notes():
    content = photograph(format="PNG")
    note = b"tEXt" + b"Author\0" + NAME.encode()
    chunk = struct.pack(">I", len(note) - 4) + note + struct.pack(">I", zlib.crc32(note))
    after = without_private_data(content[:33] + chunk + content[33:])
    assert NAME.encode() not in after
    Image.open(io.BytesIO(after)).load()


@pytest.mark.parametrize(
    "content", [b"\xff\xd8", b"\xff\xd8\xff\xe1\0", b"\x89PNG\r\n\x1a\n\0\0", b"GIF89a", b""]
)
def test_what_is_no_whole_picture_stays_as_it_is(content):
    assert without_private_data(content) == content
