"""One PDF of many papers: tags, links, numbers, bookmarks, and a page in place of what cannot be taken in."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
import typst
from pikepdf import Array, Dictionary, Name, String

from meetings.packs.building.merging import Pack
from tests.documents.inspection.files import changed_pdf, clean_pdf

from .files import DAMAGED, boxed_pdf, locked_pdf, tagged_pdf, turned_pdf, untagged_pdf
from .reading_back import faults_in_tags, tags_by_page, texts


@pytest.fixture
def pack_of(tmp_path):
    """Makes a pack of papers, each below an item of its own; answers its bytes and what became of the papers."""

    def make(*papers: bytes, **facts):
        lines = []
        for number, content in enumerate(papers, start=1):
            path = tmp_path / f"{number}.pdf"
            path.write_bytes(content)
            paper = {
                "key": f"paper-{number}", "name": f"Paper {number}", "url": "https://example.org/paper.pdf",
                "language": "en-GB", "path": str(path), "instead": "", "is_expected": False,
            }  # fmt: skip
            lines.append(line(number, papers=[paper]))
        given = {
            "title": "Spring meeting", "document_title": "Meeting pack: Spring meeting", "committee": "The committee",
            "when": "Monday 2 March 2026, 10am", "about": [], "is_demonstration": False, "language": "en-GB",
            "private": False, "url": "https://example.org/", "built": "Now.", "changed": [], "lines": lines,
        } | facts  # fmt: skip
        out = tmp_path / "out.pdf"
        answer = Pack(given).write(out)
        return out.read_bytes(), answer

    return make


def line(number: int, **facts) -> dict:
    """An item of the agenda."""
    own = {
        "key": f"item-{number}",
        "number": str(number),
        "title": f"Item {number}",
        "level": 0,
        "is_private": False,
    }
    return {**own, "said": [], "asked": "", "papers": [], **facts}


def test_the_tags_of_every_paper_are_kept_and_lead_to_its_pages(pack_of):
    content, answer = pack_of(tagged_pdf("One"), clean_pdf(2), tagged_pdf("Three"))
    assert all(paper["tagged"] for paper in answer["papers"].values())
    with pikepdf.open(BytesIO(content)) as pdf:
        assert faults_in_tags(pdf) == []
        assert pdf.Root.MarkInfo.Marked is True
    for kinds, text in zip(tags_by_page(content), texts(content), strict=True):
        assert kinds, text
        assert ("Table" in kinds) == ("Visits" in text)


def test_headers_that_two_papers_call_the_same_stay_apart(pack_of):
    content, _ = pack_of(tagged_pdf("One"), tagged_pdf("Two"))
    with pikepdf.open(BytesIO(content)) as pdf:
        names = list(pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree).keys())
        assert len(names) == len(set(names)) == 4
        for name, element in pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree).items():
            assert str(element.ID) == name
            assert element.S == Name.TH


def test_own_kinds_and_classes_of_a_paper_are_written_out(pack_of):
    def own(kind, colour):
        def change(pdf):
            tree = pdf.Root.StructTreeRoot
            tree.RoleMap = Dictionary(Mine=Name(kind))
            tree.ClassMap = Dictionary(c1=Dictionary(O=Name.Layout, Placement=Name(colour)))
            heading = tree.K[0].K[0] if isinstance(tree.K, Array) else tree.K.K[0]
            heading.S, heading.C = Name.Mine, Name.c1

        return changed_pdf(change, tagged_pdf())

    content, _ = pack_of(own("/H1", "/Block"), own("/P", "/Inline"))
    with pikepdf.open(BytesIO(content)) as pdf:
        parts = [kid for kid in pdf.Root.StructTreeRoot.K[0].K if str(kid.S) == "/Part"]
        first = [part.K[0].K[0] for part in parts]
        assert [str(element.S) for element in first] == ["/H1", "/P"]
        placements = [
            [str(one.get("/Placement")) for one in element.A if "/Placement" in one] for element in first
        ]
        assert [each[-1] for each in placements] == ["/Block", "/Inline"]


def test_a_paper_without_tags_is_read_as_text_and_labelled(pack_of):
    content, answer = pack_of(tagged_pdf("One"), untagged_pdf("Letter"))
    assert answer["papers"]["paper-2"]["tagged"] is False
    with pikepdf.open(BytesIO(content)) as pdf:
        assert faults_in_tags(pdf) == []
    said = texts(content)
    assert "not fully accessible" in said[0]
    assert "Paper 2 (without tags)" in said[1]
    letters = [
        kinds for kinds, text in zip(tags_by_page(content), said, strict=True) if "words of Letter" in text
    ]
    assert letters
    assert all(kinds[-1] == "P" for kinds in letters)


def test_tags_that_make_no_sense_are_left_out(pack_of):
    def ring(pdf):
        tree = pdf.Root.StructTreeRoot
        top = tree.K[0] if isinstance(tree.K, Array) else tree.K
        top.K.append(top)

    content, answer = pack_of(changed_pdf(ring, tagged_pdf()), tagged_pdf("Good"))
    assert [paper["tagged"] for paper in answer["papers"].values()] == [False, True]
    with pikepdf.open(BytesIO(content)) as pdf:
        assert faults_in_tags(pdf) == []


def test_what_is_damaged_locked_or_no_pdf_gives_its_place_to_a_page(pack_of):
    content, answer = pack_of(DAMAGED, tagged_pdf("Good"), locked_pdf(), b"")
    reasons = [paper["instead"] for paper in answer["papers"].values()]
    assert reasons == [
        "The file is damaged.",
        "",
        "The file is locked with a password.",
        "The file is damaged.",
    ]
    said = texts(content)
    assert sum("This paper is not in the pack." in text for text in said) == 3
    assert sum("The words of Good." in text for text in said) == 1


def test_contents_lead_to_the_pages_that_they_name(pack_of):
    content, answer = pack_of(tagged_pdf("One", 3), tagged_pdf("Two", 2))
    with pikepdf.open(BytesIO(content)) as pdf:
        places = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        leads = [places[link.Dest[0].objgen] for link in pdf.pages[1].Annots]
        assert leads == [3, 4, 7, 8]
        assert all(page.obj.get("/Tabs") for page in list(pdf.pages)[3:6])
        assert not any(
            "pack.invalid" in str(link.get("/A", ""))
            for page in pdf.pages
            for link in page.get("/Annots", ())
        )
        outline = pdf.open_outline().root
        assert [item.title for item in outline] == ["Cover", "Contents", "1. Item 1", "2. Item 2"]
        assert [below.title for below in outline[2].children] == ["Paper 1"]
        assert outline[3].children[0].destination[0].objgen == pdf.pages[7].objgen
    said = texts(content)
    assert answer["pages"] == len(said) == 9
    assert [f"Pack page {number} of 9" in text for number, text in enumerate(said, start=1)] == [True] * 9
    assert "One" in said[3]


def test_links_and_bookmarks_inside_a_paper_still_lead_to_their_page(pack_of):
    source = '#set document(title: "T")\n#link(<b>)[on]\n= A\n#pagebreak()\n= Bee <b>'
    content, _ = pack_of(tagged_pdf("One"), typst.compile(source.encode()))
    with pikepdf.open(BytesIO(content)) as pdf:
        link = pdf.pages[6].Annots[0]
        names = pikepdf.NameTree(pdf.Root.Names.Dests)
        place = names[str(link.Dest)]
        assert (place.D if isinstance(place, Dictionary) else place)[0].objgen == pdf.pages[7].objgen
        own = pdf.open_outline().root[3].children[0].children
        assert [item.title for item in own] == ["A", "Bee"]
        assert own[1].destination[0].objgen == pdf.pages[7].objgen


@pytest.mark.parametrize(
    "paper",
    [
        turned_pdf(90), turned_pdf(180), turned_pdf(270),
        boxed_pdf([0, 0, 2384, 3370]), boxed_pdf([-100, -50, 595, 842], [50, 100, 500, 700]),
        boxed_pdf([595, 842, 0, 0]), boxed_pdf([0, 0, 0, 0]),
    ],
    ids=["quarter", "half", "three quarters", "huge", "cropped", "upside down", "no size"],
)  # fmt: skip
def test_the_number_stands_in_the_lower_right_corner_as_the_page_is_looked_at(pack_of, paper):
    content, _ = pack_of(paper)
    with pypdfium2.PdfDocument(content) as document:
        page = document[3]
        width, height = page.get_size()
        unit = min(max(min(width, height) / 595, 0.4), 6)
        cut = (width - 110 * unit, 0, 0, height - 22 * unit)
        picture = page.render(scale=3 / unit, crop=cut, grayscale=True).to_pil()
    # It is written from left to right: wider than it is high.
    left, top, right, foot = picture.point(lambda shade: 255 if shade < 150 else 0).getbbox()
    assert right - left > 3 * (foot - top)


def test_it_names_its_title_and_language_and_nobody(pack_of):
    content, _ = pack_of(tagged_pdf())
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        assert dict(pdf.docinfo) == {"/Title": String("Meeting pack: Spring meeting")}
        assert pdf.Root.PageLabels.Nums[1].S == Name.D
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Meeting pack: Spring meeting"
            assert "dc:creator" not in metadata


def test_a_meeting_without_papers_has_cover_and_contents(pack_of):
    content, answer = pack_of(lines=[line(1, title="Welcome")])
    assert answer["pages"] == 2
    assert "Welcome" in texts(content)[1]


def test_a_layer_that_a_paper_hides_stays_hidden(pack_of):
    def layer(pdf):
        hidden = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([hidden]), D=Dictionary(OFF=Array([hidden])))
        pdf.pages[0].obj.Resources.Properties = Dictionary(L1=hidden)
        pdf.pages[0].contents_add(b"/OC /L1 BDC 1 0 0 rg 0 0 500 500 re f EMC")

    content, _ = pack_of(changed_pdf(layer, tagged_pdf()))
    with pypdfium2.PdfDocument(content) as document:
        red = document[3].render(scale=0.3).to_pil().convert("RGB").getpixel((20, 200))
    assert red == (255, 255, 255)


def test_fields_that_were_filled_in_become_part_of_the_page(pack_of):
    def field(pdf):
        widget = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), V=String("Grace"),
            Rect=Array([100, 100, 300, 130]), DA=String("/Helv 12 Tf 0 g"), F=4,
        )  # fmt: skip
        widget = pdf.make_indirect(widget)
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        pdf.pages[0].obj.Annots = Array([widget])
        fonts = Dictionary(Font=Dictionary(Helv=font))
        pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), DA=String("/Helv 12 Tf 0 g"), DR=fonts)

    paper = changed_pdf(field, tagged_pdf())
    content, _ = pack_of(paper, paper)
    assert sum("Grace" in text for text in texts(content)) == 2
    with pikepdf.open(BytesIO(content)) as pdf:
        assert "/AcroForm" not in pdf.Root
