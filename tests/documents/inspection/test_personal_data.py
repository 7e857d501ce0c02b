"""Patterns of personal data are found on their page, and not where there are none."""

import pytest

from documents.inspection.personal_data import find, has_valid_check_digit

from . import files

HELD = {
    "nhs-number": ["NHS number 943 476 5919", "943-476-5919", "no. 9434765919."],
    "national-insurance-number": ["NI AB 12 34 56 C", "AB123456C", "ab 123456 c"],
    "mobile-number": ["07700 900 123", "+44 7700 900123", "0044 7700900123", "+44 (0)7700 900123", "07700-900-123"],
    "private-email": ["jo.doe@gmail.com", "write to JO@Example.co.uk now"],
}  # fmt: skip
NOT_HELD = [
    "943 476 5918 has a wrong check digit",
    "ISBN 0306406152",
    "1234 943 476 5919 is part of a longer number",
    "111 111 1111",
    "020 3228 6000",
    "+44 203 228 6000",
    "BG 12 34 56 C was never given out",
    "AB 12 34 56 E",
    "070 1234 5678",
    "jo@nhs.uk, jo@slam.nhs.uk, jo@nhs.net, jo@lambeth.gov.uk",
    "2026-2027 £1,234,567,890 100 200 3000",
]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in HELD.items() for text in texts])
def test_personal_data_are_found(code, text):
    (finding,) = find([(3, text)])
    assert finding.code == code
    assert finding.pages == (3,)


@pytest.mark.parametrize("text", NOT_HELD)
def test_other_numbers_and_public_addresses_are_not(text):
    assert find([(1, text)]) == []


def test_an_address_that_only_ends_like_a_public_one_is_private():
    assert [finding.code for finding in find([(1, "jo@evil-nhs.uk")])] == ["private-email"]


def test_the_partnerships_own_addresses_are_not_private():
    assert find([(1, "info@partnership.example.org")], own_domains=["example.org"]) == []


@pytest.mark.parametrize(
    ("digits", "valid"), [("9434765919", True), ("9434765918", False), ("4505577104", True)]
)
def test_the_check_digit_is_that_of_the_data_dictionary(digits, valid):
    assert has_valid_check_digit(digits) is valid


def test_the_report_never_shows_the_number_itself():
    (finding,) = find([(1, "943 476 5919")])
    assert "4765" not in str(finding)
    assert "476 59" not in str(finding)


def test_every_page_is_named(look):
    source = files.clean_pdf(pages=3, words="Call 07700 900123.")
    (finding,) = look("review.pdf", source).warnings
    assert finding.code == "mobile-number"
    assert finding.where == "pages 1, 2 and 3"


def test_numbers_in_cells_are_found_with_their_sheet(look):
    (finding,) = look("a.xlsx", files.xlsx(lambda book: book.active.append([9434765919]))).warnings
    assert (finding.code, finding.where) == ("nhs-number", "sheet Findings")


def test_a_number_in_pieces_is_found(codes):
    pieces = "<w:p><w:r><w:t>943 4</w:t></w:r><w:r><w:t>76 5919</w:t></w:r></w:p>"
    assert codes("a.docx", files.docx(pieces)) == {"nhs-number"}
    spans = "<text:p>943 4<text:span>76</text:span> 5919</text:p>"
    assert codes("a.odt", files.opendocument(body=spans)) == {"nhs-number"}


def test_slides_are_named(look):
    (finding,) = look("a.pptx", files.pptx(words="AB 12 34 56 C")).warnings
    assert finding.where == "slide 1"
