"""What keeps a PDF from some of its readers is told to whoever uploads it; a clean one gets no word."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name
from PIL import Image

from documents.inspection.report import Severity

from . import files
from .files import changed_pdf


def scan(pdf):
    """A page that is one picture."""
    picture = BytesIO()
    Image.new("RGB", (40, 60), "white").save(picture, "JPEG")
    entry = pdf.make_stream(
        picture.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=40, Height=60, BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB, Filter=Name.DCTDecode,
    )  # fmt: skip
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(Im0=entry))
    pdf.pages[0].Contents = pdf.make_stream(b"q 500 0 0 700 0 0 cm /Im0 Do Q")


def without(key: str):
    return lambda pdf: pdf.Root.__delitem__(key)


def without_title(pdf):
    del pdf.docinfo["/Title"]
    del pdf.Root["/Metadata"]


def title(words: str):
    return lambda pdf: pdf.docinfo.__setitem__("/Title", words)


def test_a_clean_accessible_pdf_gets_no_warning(look, clean_pdf):
    report = look("review.pdf", clean_pdf)
    assert report.obstacles == report.warnings == []
    assert (report.page_count, report.title, report.language) == (1, "Findings", "en-GB")


def test_a_long_clean_pdf_with_bookmarks_gets_no_warning(codes):
    assert codes("review.pdf", files.clean_pdf(pages=25)) == set()


FAULTS = {
    "no tags": ("no-tags", without("/StructTreeRoot")),
    "not marked as tagged": ("no-tags", without("/MarkInfo")),
    "no language": ("no-language", without("/Lang")),
    "no title": ("no-title", without_title),
    "a file name for a title": ("no-title", title("Microsoft Word - Final v3.docx")),
    "a scan": ("pictures-of-text", scan),
}


@pytest.mark.parametrize(("code", "change"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_warned_of(codes, code, change):
    assert codes("review.pdf", changed_pdf(change)) == {code}


def test_a_scan_is_told_with_its_pages(look):
    source = files.clean_pdf(pages=3)
    (finding,) = look("review.pdf", changed_pdf(scan, source)).warnings
    assert finding.pages == (1,)
    assert finding.where == "page 1"
    assert finding.how_to_fix


def test_a_blank_page_is_no_scan(codes):
    assert codes("review.pdf", files.drawn_pdf("")) == set()


def test_more_than_twenty_pages_want_bookmarks(codes):
    assert codes("review.pdf", changed_pdf(without("/Outlines"), files.clean_pdf(pages=21))) == {
        "no-bookmarks"
    }
    assert codes("review.pdf", changed_pdf(without("/Outlines"), files.clean_pdf(pages=20))) == set()


def locked(accessibility: bool, user: str = "") -> bytes:
    allow = pikepdf.Permissions(accessibility=accessibility, extract=False)
    encryption = pikepdf.Encryption(owner="owner", user=user, R=3, allow=allow, aes=False, metadata=False)
    return changed_pdf(lambda pdf: None, encryption=encryption)


def test_settings_that_lock_out_screen_readers_are_warned_of(codes):
    assert codes("review.pdf", locked(accessibility=False)) == {"locks-out-screen-readers"}
    assert codes("review.pdf", locked(accessibility=True)) == set()


def test_a_password_is_refused(codes):
    assert codes("review.pdf", locked(accessibility=True, user="secret")) == {"encrypted"}


def test_repairable_damage_is_warned_of(codes, clean_pdf):
    end = clean_pdf.rindex(b"startxref")
    assert codes("review.pdf", clean_pdf[:end] + b"startxref\n12\n%%EOF\n") == {"repairable-damage"}


def test_names_in_the_information_are_mended_and_no_warning(look):
    report = look("review.pdf", files.clean_pdf(author="Jo Doe"))
    (finding,) = report.of(Severity.MENDED)
    assert "author" in finding.says
    assert "Jo Doe" not in finding.says
    assert report.warnings == []
