"""Nothing that runs, starts or sends gets in with a PDF, wherever it hides."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from . import files
from .files import action, annotation, changed_pdf, script


def names_tree(pdf):
    pdf.Root.Names = Dictionary(
        JavaScript=Dictionary(Names=Array([String("a"), pdf.make_indirect(script())]))
    )


def open_action(pdf):
    pdf.Root.OpenAction = script()


def page_action(pdf):
    pdf.pages[0].AA = Dictionary(O=script())


def form_field_action(pdf):
    box = Dictionary(FT=Name.Tx, T=String("name"), AA=Dictionary(K=script()))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(box)]))


def annotation_action(pdf):
    pdf.pages[0].Annots = Array([annotation("Link", A=script())])


def next_action(pdf):
    pdf.Root.OpenAction = action("GoTo", D=Array([]), Next=Array([action("GoTo"), script()]))


def bookmark_action(pdf):
    pdf.Root.Outlines.First.A = script()


def indirect_kind(pdf):
    pdf.Root.OpenAction = Dictionary(S=pdf.make_indirect(Name.JavaScript), JS=String("app.alert(1)"))


def script_in_a_stream(pdf):
    pdf.Root.OpenAction = action("JavaScript", JS=pdf.make_stream(b"app.alert(1)"))


def rendition(pdf):
    pdf.Root.OpenAction = action("Rendition", JS=String("app.alert(1)"))


def three_dimensional(pdf):
    pdf.Root.Hidden = Dictionary(Type=Name("/3D"), OnInstantiate=pdf.make_stream(b"1"))


def address(pdf):
    pdf.pages[0].Annots = Array([annotation("Link", A=action("URI", URI=String(" JavaScript:alert(1)")))])


def deep_down(pdf):
    nested = script()
    for _ in range(40):
        nested = Dictionary(Deeper=Array([nested]))
    pdf.Root.Deep = nested


HIDING_PLACES = [
    names_tree, open_action, page_action, form_field_action, annotation_action, next_action, bookmark_action,
    indirect_kind, script_in_a_stream, rendition, three_dimensional, address, deep_down,
]  # fmt: skip


@pytest.mark.parametrize("hide", HIDING_PLACES, ids=lambda hide: hide.__name__)
def test_javascript_is_refused_wherever_it_hides(codes, hide):
    assert "pdf-javascript" in codes("review.pdf", changed_pdf(hide))


def test_javascript_in_a_packed_object_is_refused(codes):
    packed = changed_pdf(names_tree, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"JavaScript" not in packed
    assert "pdf-javascript" in codes("review.pdf", packed)


def test_javascript_with_a_name_in_disguise_is_refused(codes):
    disguised = changed_pdf(open_action, object_stream_mode=pikepdf.ObjectStreamMode.disable).replace(
        b"/JavaScript", b"/J#61vaScript"
    )
    assert "pdf-javascript" in codes("review.pdf", disguised)


def test_javascript_that_nothing_refers_to_is_refused(codes, tmp_path):
    """Another reader may find a way to it that ours does not."""
    written = BytesIO()
    with pikepdf.open(BytesIO(files.clean_pdf())) as pdf:
        pdf.make_indirect(script())
        pdf.Root.OpenAction = pdf.make_indirect(script())
        pdf.save(written, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    orphaned = written.getvalue().replace(b"/OpenAction", b"/OpenActiom")
    assert "pdf-javascript" in codes("review.pdf", orphaned)


OTHERS = {
    "pdf-launch": lambda pdf: setattr(pdf.Root, "OpenAction", action("Launch", F=String("cmd.exe"))),
    "pdf-sends-form": lambda pdf: setattr(
        pdf.Root, "OpenAction", action("SubmitForm", F=String("https://x.test"))
    ),
    "pdf-xfa": lambda pdf: setattr(pdf.Root, "AcroForm", Dictionary(XFA=pdf.make_stream(b"<xdp/>"))),
    "pdf-rich-media": lambda pdf: setattr(pdf.pages[0], "Annots", Array([annotation("RichMedia")])),
    "pdf-network-share": lambda pdf: setattr(
        pdf.Root, "OpenAction", action("GoToR", F=String("\\\\evil\\a.pdf"))
    ),
}


@pytest.mark.parametrize(("code", "change"), OTHERS.items(), ids=OTHERS.keys())
def test_what_starts_or_sends_is_refused(codes, code, change):
    assert code in codes("review.pdf", changed_pdf(change))


def test_data_taken_from_elsewhere_is_refused(codes):
    taking = changed_pdf(lambda pdf: setattr(pdf.Root, "OpenAction", action("ImportData", F=String("a.fdf"))))
    assert "pdf-sends-form" in codes("review.pdf", taking)


def test_links_bookmarks_and_plain_forms_pass(codes):
    def honest(pdf):
        link = annotation("Link", A=action("URI", URI=String("https://www.nhs.uk/")))
        pdf.pages[0].Annots = Array([link, annotation("Link", A=action("GoTo", D=Array([])))])
        pdf.Root.AcroForm = Dictionary(Fields=Array([]))
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])))

    assert codes("review.pdf", changed_pdf(honest)) == set()


def test_objects_that_hold_each_other_are_walked_once(codes):
    def circle(pdf):
        one = pdf.make_indirect(Dictionary())
        one.Itself = one
        one.Other = pdf.make_indirect(Dictionary(Back=one))
        pdf.Root.Circle = one

    assert codes("review.pdf", changed_pdf(circle)) == set()


def test_an_endless_depth_is_refused(codes):
    def bottomless(pdf):
        nested = Dictionary()
        for _ in range(400):
            nested = Dictionary(Deeper=nested)
        pdf.Root.Deep = nested

    assert codes("review.pdf", changed_pdf(bottomless)) & {"too-deep", "unreadable"}


def attached(name: str, content: bytes):
    def change(pdf):
        pdf.attachments[name] = content

    return changed_pdf(change)


def test_a_program_attached_is_refused_by_content_and_by_name(codes):
    assert "embedded-program" in codes("review.pdf", attached("figures.csv", files.PROGRAM))
    assert "embedded-program" in codes("review.pdf", attached("figures.js", b"var a"))


def test_a_document_attached_is_warned_of_by_name(look):
    (finding,) = look("review.pdf", attached("figures.csv", b"a,b")).warnings
    assert finding.code == "embedded-files"
    assert finding.where == "figures.csv"


def test_another_file_before_or_behind_is_refused(codes, clean_pdf):
    assert "two-files-in-one" in codes("review.pdf", clean_pdf + files.zip_of({"a.class": "x"}))
    assert "two-files-in-one" in codes("review.pdf", b"GIF89a;" + clean_pdf)
    assert codes("review.pdf", clean_pdf + b"\r\n\0\0") == set()
