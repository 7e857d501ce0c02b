"""Where everything is in a pack: the made pages, and on which page each item and paper begins."""

from io import BytesIO

from pikepdf import Pdf

from .made_pages import beginnings, made_pages
from .papers import Paper

# Made pages that come before all items: the cover and the contents.
BEFORE_ITEMS = 2


class Layout:
    """The made pages of a pack, set again until the numbers on them are right; `facts` as `making` has them."""

    def __init__(self, facts: dict, papers: dict[str, Paper]):
        self.facts, self.papers = facts, papers
        # By the key of a line or a paper: the page of the pack on which it begins, counted from nought.
        self.places: dict[str, int] = {}
        self.made, self.starts = self.set()
        while (reckoned := self.reckoned()) != self.places:
            self.places = reckoned
            self.made.close()
            self.made, self.starts = self.set()

    def set(self) -> tuple[Pdf, list[int]]:
        """The made pages with what is known of the numbers, and on which of them each part begins."""
        own = {
            "access": self.access(),
            "lines": [self.in_contents(line) for line in self.facts["lines"]],
            "inserts": [insert for _, insert in self.inserts()],
        }
        made = Pdf.open(BytesIO(made_pages({**self.facts, **own})))
        return made, beginnings(made)

    def page_of(self, key: str) -> int:
        """The number that readers see of the page on which something begins."""
        return self.places.get(key, 0) + 1

    def in_contents(self, line: dict) -> dict:
        """A line of the contents: it leads somewhere where it has papers."""
        papers = [{**self.link_to(paper), "note": self.note_on(paper)} for paper in line["papers"]]
        page = self.page_of(line["key"]) if papers else None
        return {**line, "page": page, "papers": papers}

    def link_to(self, paper: dict) -> dict:
        """What a link to a paper says."""
        return {"key": paper["key"], "name": paper["name"], "page": self.page_of(paper["key"])}

    def note_on(self, paper: dict) -> str:
        """What a reader should know before turning to a paper."""
        known = self.papers[paper["key"]]
        if known.instead:
            return "not in the pack"
        return "" if known.is_tagged else "without tags"

    def inserts(self) -> list[tuple[str, dict]]:
        """The made pages before an item’s papers and in place of one, in order, with the key of what they are for."""
        found = []
        for line in self.facts["lines"]:
            if not line["papers"]:
                continue
            above = f"{self.facts['committee']}: {self.facts['title']}"
            listed = [self.link_to(paper) for paper in line["papers"]]
            found.append((line["key"], {**line, "kind": "item", "above": above, "papers": listed}))
            above = f"Item {line['number']}: {line['title']}"
            for paper in line["papers"]:
                if why := self.papers[paper["key"]].instead:
                    words = {"name": paper["name"], "url": paper["url"], "above": above, "why": why}
                    found.append((paper["key"], {**words, "kind": "instead"}))
        return found

    def access(self) -> list[str]:
        """What the cover says of who can read the pack."""
        papers = self.papers.values()
        untagged = sum(1 for paper in papers if paper.pdf and not paper.is_tagged)
        absent = sum(1 for paper in papers if not paper.pdf)
        said = []
        if untagged:
            said.append(
                f"This pack is not fully accessible. {papers_are(untagged)} without tags: a screen reader finds the "
                "text, but no headings, lists or tables."
            )
        if absent:
            said.append(f"{papers_are(absent)} not in this pack: a page in its place says why.")
        if papers and not said:
            said.append("All papers in this pack are tagged for screen readers.")
        return said

    def lengths(self) -> dict[str, int]:
        """How many pages each insert takes, by its key."""
        ends = [*self.starts[1:], len(self.made.pages)]
        keys = [key for key, _ in self.inserts()]
        return {key: ends[at] - self.starts[at] for at, key in enumerate(keys, start=BEFORE_ITEMS)}

    def first_pages(self) -> int:
        """How many pages the cover and the contents take."""
        starts = self.starts
        return starts[BEFORE_ITEMS] if len(starts) > BEFORE_ITEMS else len(self.made.pages)

    def reckoned(self) -> dict[str, int]:
        """On which page of the pack each line and paper begins, by the made pages as they are."""
        lengths, at, places = self.lengths(), self.first_pages(), {}
        for line in self.facts["lines"]:
            if line["papers"]:
                places[line["key"]] = at
                at += lengths[line["key"]]
            for paper in line["papers"]:
                places[paper["key"]] = at
                at += lengths.get(paper["key"]) or self.papers[paper["key"]].number_of_pages
        return places


def papers_are(number: int) -> str:
    """So many papers, with the verb."""
    return "One paper is" if number == 1 else f"{number} papers are"
