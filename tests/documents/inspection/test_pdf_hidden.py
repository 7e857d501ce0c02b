"""What a PDF holds and does not show is told to whoever uploads it."""

import pytest
from pikepdf import Array, Dictionary, Name, String

from .files import annotation, changed_pdf, drawn_pdf

TEXT = "BT /F1 14 Tf 100 500 Td (A secret name) Tj ET "
WHITE_TEXT = "1 g " + TEXT
BLACK_BOX = "0 g 90 490 200 30 re f "
WHITE_BOX = "1 g 90 490 200 30 re f "
THIN_LINE = "0 g 90 504 200 1 re f "
BOX_ELSEWHERE = "0 g 90 300 200 30 re f "

HIDING = {
    "a black box over text": TEXT + BLACK_BOX,
    "a dark blue box over text": TEXT + "0 0 0.2 rg 90 490 200 30 re f ",
    "a box over a part of the line": TEXT + "0 g 98 490 60 30 re f ",
    "black text on a black box": BLACK_BOX + TEXT,
    "a box placed by a matrix": TEXT + "q 1 0 0 1 90 490 cm 0 g 0 0 200 30 re f Q ",
}
HONEST = {
    "white text on a black box": BLACK_BOX + WHITE_TEXT,
    "a white box over text": TEXT + WHITE_BOX,
    "text with a line through it": TEXT + THIN_LINE,
    "a box elsewhere": TEXT + BOX_ELSEWHERE,
    "an empty frame over text": TEXT + "0 G 90 490 200 30 re S ",
}


@pytest.mark.parametrize("drawing", HIDING.values(), ids=HIDING.keys())
def test_text_under_a_dark_box_is_warned_of_with_its_page(look, drawing):
    (finding,) = look("review.pdf", drawn_pdf(drawing)).warnings
    assert finding.code == "text-under-boxes"
    assert finding.pages == (1,)


@pytest.mark.parametrize("drawing", HONEST.values(), ids=HONEST.keys())
def test_what_can_be_seen_is_not_warned_of(codes, drawing):
    assert codes("review.pdf", drawn_pdf(drawing)) == set()


def test_a_box_inside_a_drawing_of_its_own_is_seen(codes):
    def form(pdf):
        box = pdf.make_stream(
            b"0 g 0 0 100 15 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 100, 15])
        )
        return Dictionary(Fm0=box)

    covering = drawn_pdf(TEXT + "q 2 0 0 2 90 490 cm /Fm0 Do Q", {"/XObject": form})
    assert codes("review.pdf", covering) == {"text-under-boxes"}
    beside = drawn_pdf(TEXT + "q 2 0 0 2 90 300 cm /Fm0 Do Q", {"/XObject": form})
    assert codes("review.pdf", beside) == set()


def layered(**default):
    def change(pdf):
        layers = [
            pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("Map", "Notes")
        ]
        lists = {key: Array([layers[index] for index in value]) if isinstance(value, list) else value
                 for key, value in default.items()}  # fmt: skip
        pdf.Root.OCProperties = Dictionary(OCGs=Array(layers), D=Dictionary(**lists))

    return changed_pdf(change)


def test_hidden_layers_are_named(look):
    (finding,) = look("map.pdf", layered(OFF=[1])).warnings
    assert finding.code == "hidden-layers"
    assert finding.where == "layer Notes"
    (finding,) = look("map.pdf", layered(BaseState=Name.OFF, ON=[1])).warnings
    assert finding.where == "layer Map"


def test_layers_that_are_shown_are_not_warned_of(codes):
    assert codes("map.pdf", layered(ON=[0, 1])) == set()


def annotated(kind: str, **entries) -> bytes:
    return changed_pdf(lambda pdf: setattr(pdf.pages[0], "Annots", Array([annotation(kind, **entries)])))


def test_comments_are_warned_of_with_their_author(look):
    (finding,) = look(
        "review.pdf", annotated("Text", T=String("Jo Doe"), Contents=String("Really?"))
    ).warnings
    assert finding.code == "comments"
    assert "Jo Doe" in finding.says


def test_links_are_no_comments(codes):
    assert codes("review.pdf", annotated("Link")) == set()


def test_a_redaction_that_was_never_applied_is_warned_of(codes):
    assert codes("review.pdf", annotated("Redact")) == {"redaction-not-applied"}
