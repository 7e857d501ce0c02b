"""Puts a pack together: made pages and papers in the agenda's order, with tags, bookmarks, links and numbers."""

from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from .bookmarks import OwnBookmarks
from .layers import Layers
from .layout import Layout
from .made_pages import WITHIN, page_numbers
from .numbering import number_pages, visible_box
from .papers import Paper, opened
from .tags import NoTagsError, TagTree, as_list, prepared

# Entries of a page that mean something only in the document it comes from, or to the program that made it.
LEFT_BEHIND = ("/AA", "/B", "/Metadata", "/PieceInfo", "/Thumb")


class Pack:
    """A pack while it is put together. `facts` say what it holds, see `making.facts_for`."""

    def __init__(self, facts: dict):
        self.facts = facts
        self.pdf = Pdf.new()
        self.tags = TagTree(self.pdf, facts["language"])
        self.layers = Layers(self.pdf)
        self.papers = {each["key"]: opened(each) for line in facts["lines"] for each in line["papers"]}
        for number, paper in enumerate(self.papers.values(), start=1):
            self.take_tags(paper, b"paper %d " % number)
        self.layout = Layout(facts, self.papers)

    def take_tags(self, paper: Paper, mark: bytes) -> None:
        """Make a paper's tags ready to join; one without any that can be used is read as text alone."""
        if paper.pdf is None:
            return
        try:
            if paper.is_tagged:
                self.tags.next_key = prepared(paper.pdf, self.tags.next_key, mark)
        except NoTagsError:
            paper.is_tagged = False

    def write(self, path: Path) -> dict:
        """Write the pack; answers its number of pages, and what became of each paper by its key."""
        self.put_together()
        self.lead_links()
        pages = len(self.pdf.pages)
        with Pdf.open(BytesIO(page_numbers(pages))) as numbers:
            number_pages(self.pdf, numbers)
            self.write_bookmarks()
            self.tags.finish()
            self.layers.finish()
            self.describe()
            self.pdf.save(
                path,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                deterministic_id=True,
            )
        became = {
            key: {"instead": paper.instead, "tagged": paper.is_tagged, "mended": paper.is_mended}
            for key, paper in self.papers.items()
        }
        return {"pages": pages, "papers": became}

    def put_together(self) -> None:
        """Bring in the pages in their order, and below the pack's tags those of each paper."""
        made, layout = self.layout.made, self.layout
        self.tags.next_key = prepared(made, self.tags.next_key, b"made ")
        lengths = layout.lengths()
        by_page = made_elements(made)
        at = layout.first_pages()
        self.pdf.add_pages_from(made, range(at))
        order: list[tuple[str, object]] = [("made", range(at))]
        for line in self.facts["lines"]:
            for key in [line["key"], *(paper["key"] for paper in line["papers"])] if line["papers"] else ():
                if key in lengths:
                    pages = range(at, at + lengths[key])
                    self.pdf.add_pages_from(made, pages)
                    at += lengths[key]
                    order.append(("made", pages))
                else:
                    self.pdf.add_pages_from(self.papers[key].pdf)
                    order.append(("paper", key))
        self.hang_tags(order, by_page)

    def hang_tags(self, order, by_page: dict[int, list[int]]) -> None:
        """Give the tags the order of the pages."""
        made = self.tags.join(self.layout.made)
        elements = [each for top in made for each in as_list(top.get("/K"))]
        for kind, what in order:
            if kind == "made":
                for page in what:
                    for at in by_page.get(page, ()):
                        elements[at].P = self.tags.whole
                        self.tags.hang(self.tags.whole, elements[at])
            else:
                self.hang_paper(self.papers[what])

    def hang_paper(self, paper: Paper) -> None:
        """Put the tags of one paper at the end of the pack's."""
        part = self.tags.part(paper.facts["name"], paper.language)
        if paper.is_tagged:
            for element in self.tags.join(paper.pdf):
                element.P = part
                self.tags.hang(part, element)
        first = self.layout.places[paper.key]
        for page in self.pdf.pages[first : first + paper.number_of_pages]:
            for entry in LEFT_BEHIND:
                if entry in page.obj:
                    del page.obj[entry]
            if not paper.is_tagged:
                self.tags.read_as_text(page, part)
            page.obj.Tabs = Name.S
        self.layers.join(paper.pdf)

    def lead_links(self) -> None:
        """Lead the links of the made pages to pages of the pack."""
        starts = {self.layout.places[key] for key in self.layout.lengths()}
        made = [*range(self.layout.first_pages()), *sorted(starts)]
        for number in made:
            for link in self.pdf.pages[number].obj.get("/Annots", ()):
                address = str(link.A.get("/URI", "")) if "/A" in link else ""
                if address.startswith(WITHIN):
                    place = self.layout.places[address.removeprefix(WITHIN)]
                    link.Contents = String(f"Pack page {place + 1}")
                    link.Dest = self.top_of(place)
                    del link["/A"]

    def top_of(self, number: int) -> Array:
        """The place at the top of a page."""
        page = self.pdf.pages[number]
        left, _, _, high = visible_box(page)
        return Array([page.obj, Name.XYZ, left, high, 0])

    def write_bookmarks(self) -> None:
        """Write the bookmarks: cover, contents, then an entry for each item with its papers below."""
        with self.pdf.open_outline() as outline:
            outline.root.append(OutlineItem("Cover", 0))
            contents = self.layout.starts[1]
            outline.root.append(OutlineItem("Contents", contents))
            above = None
            for line in self.facts["lines"]:
                place = self.layout.places.get(line["key"], contents)
                entry = OutlineItem(f"{line['number']}. {line['title']}", place)
                entry.is_closed = True
                entry.children = [self.bookmark_of(self.papers[each["key"]]) for each in line["papers"]]
                if line["level"] and above:
                    above.children.append(entry)
                else:
                    outline.root.append(entry)
                    above = entry

    def bookmark_of(self, paper: Paper) -> OutlineItem:
        """The bookmark of a paper, with its own below it."""
        first = self.layout.places[paper.key]
        entry = OutlineItem(paper.facts["name"], first)
        entry.children = OwnBookmarks(paper.pdf).read(first) if paper.pdf else []
        entry.is_closed = True
        return entry

    def describe(self) -> None:
        """Write title and language, and nothing of who made it with what."""
        title, language = self.facts["document_title"], self.facts["language"]
        root = self.pdf.Root
        root.Lang = String(language)
        root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.PageMode = Name.UseOutlines
        self.pdf.docinfo["/Title"] = title
        with self.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["dc:title"] = title
            metadata["dc:language"] = {language}


def made_elements(made: Pdf) -> dict[int, list[int]]:
    """Which of the made document's parts are on which of its pages, counted from nought."""
    places = {page.objgen: number for number, page in enumerate(made.pages)}
    found: dict[int, list[int]] = {}
    tops = as_list(made.Root.PackTags.K)
    for at, element in enumerate(each for top in tops for each in as_list(top.get("/K"))):
        found.setdefault(places[first_page_of(element)], []).append(at)
    return found


def first_page_of(element):
    """The page on which an element begins."""
    waiting = [element]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, Dictionary):
            if "/Pg" in each:
                return each.Pg.objgen
            waiting = [*as_list(each.get("/K")), *waiting]
    raise ValueError("An element is on no page.")
