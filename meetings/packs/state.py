"""What a pack should hold at a moment, by what its readers may see then."""

from dataclasses import dataclass
from datetime import datetime

from partnership.content.visibility import Audience

from ..agenda.reading import read_agenda
from .contents import contents_of, fingerprint, is_all_shown


def contents_now(pack, now: datetime) -> dict | None:
    """What a pack should hold, for the background; None where there is nothing for its readers, or not for them."""
    meeting = pack.meeting
    if not (meeting.live if pack.is_for_members else Audience(now).may_see(meeting)):
        return None
    agenda = read_agenda(meeting, with_part_b=pack.is_for_members)
    return contents_of(pack.kind, meeting, meeting.get_parent().title, agenda)


@dataclass(frozen=True)
class PackState:
    """A pack beside what it should hold now."""

    pack: object
    contents: dict | None

    @property
    def build(self):
        """The build that may be given out: all in it may be seen still; None where there is none."""
        build = self.pack.current
        return build if build and build.file and is_all_shown(build.contents, self.contents) else None

    @property
    def is_fresh(self) -> bool:
        """Whether the build is of what the pack should hold."""
        return bool(self.build) and self.build.fingerprint == fingerprint(self.contents)

    @property
    def has_failed(self) -> bool:
        """Whether what it should hold could not be put together."""
        return self.contents is not None and self.pack.failed_fingerprint == fingerprint(self.contents)
