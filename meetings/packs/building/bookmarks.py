"""The bookmarks of a pack: one for each item, below it its papers, below each those that it brings along."""

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from .limits import MAX_BOOKMARKS

MAX_DEPTH = 4


class OwnBookmarks:
    """The bookmarks that a paper brings along."""

    def __init__(self, source: Pdf):
        self.source = source
        self.places = {page.objgen: number for number, page in enumerate(source.pages)}
        self.left = MAX_BOOKMARKS

    def read(self, first: int) -> list[OutlineItem]:
        """They, led to the pages that they have in a pack where the paper begins on page `first`; none at a fault."""
        try:
            if not isinstance(self.source.Root.get("/Outlines"), Dictionary):
                return []
            names = self.named_places()
            return self.led(self.source.open_outline(max_depth=MAX_DEPTH).root, first, names)
        except (AttributeError, KeyError, TypeError, ValueError, RuntimeError, pikepdf.PdfError):
            return []

    def named_places(self) -> dict[str, object]:
        """The places that have a name in the document."""
        places = dict(self.source.Root.get("/Dests", Dictionary()).items())
        places = {key.removeprefix("/"): place for key, place in places.items()}
        if "/Dests" in self.source.Root.get("/Names", Dictionary()):
            places |= dict(pikepdf.NameTree(self.source.Root.Names.Dests).items())
        return places

    def led(self, items, first: int, names: dict) -> list[OutlineItem]:
        """These and what is below them; one that leads nowhere gives its place to what is below it."""
        found = []
        for item in items:
            self.left -= 1
            if self.left < 0:
                break
            below = self.led(item.children, first, names)
            page = self.page_of(item, names)
            if page is None or not item.title.strip():
                found += below
                continue
            led = OutlineItem(item.title, first + page)
            led.children, led.is_closed = below, True
            found.append(led)
        return found

    def page_of(self, item, names: dict) -> int | None:
        """On which page of its document a bookmark leads; None where it leads out of it, or nowhere."""
        place = item.destination
        if place is None and item.action is not None and item.action.get("/S") == Name.GoTo:
            place = item.action.get("/D")
        if isinstance(place, (String, Name, str)):
            place = names.get(str(place).removeprefix("/"))
        if isinstance(place, Dictionary):
            place = place.get("/D")
        if not isinstance(place, Array) or len(place) == 0:
            return None
        page = place[0]
        return page if isinstance(page, int) else self.places.get(page.objgen)
