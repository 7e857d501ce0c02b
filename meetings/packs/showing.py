"""A pack as a page says of it: whether it can be had, how good it is, what changed."""

from dataclasses import dataclass

from ..clock import day_and_time
from ..models import MeetingPack
from .changes import changes
from .serving import address_of
from .state import PackState

Kind = MeetingPack.Kind
NAMES = {
    Kind.PUBLIC: "Meeting pack",
    Kind.ZIP: "All papers as separate files",
    Kind.MEMBERS: "Members’ pack, with Part B",
}


@dataclass(frozen=True)
class ShownPack:
    """What is said of a pack."""

    state: PackState

    @property
    def pack(self):
        """The pack itself."""
        return self.state.pack

    @property
    def name(self) -> str:
        """What its link says first."""
        return NAMES[Kind(self.pack.kind)]

    @property
    def build(self):
        """The build that is given out; None while there is none."""
        return self.state.build

    @property
    def url(self) -> str:
        """Where it is had."""
        return address_of(self.pack)

    @property
    def built(self) -> str:
        """When it was put together: "3 October 2026, 10am"."""
        return day_and_time(self.build.built_at)

    @property
    def changed_since(self) -> list[str]:
        """What changed since it was put together."""
        if self.state.is_fresh or not self.build:
            return []
        return changes(self.build.contents, self.state.contents)

    @property
    def access(self) -> str:
        """How well everybody can read it, honestly; "" for a zip, whose files each speak for themselves."""
        build = self.build
        if self.pack.is_zip:
            return ""
        said = []
        if build.untagged:
            papers = "one paper has" if build.untagged == 1 else f"{build.untagged} papers have"
            said.append(f"{papers} no tags for screen readers")
        if build.absent:
            papers = "one paper is" if build.absent == 1 else f"{build.absent} papers are"
            said.append(f"{papers} not in it, and a page says why")
        if not said:
            return "Tagged for screen readers, with bookmarks."
        return f"Not fully accessible: {', and '.join(said)}. The agenda on this page leads to each paper by itself."
