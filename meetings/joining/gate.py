"""The one gate of the join link: whether the public may be shown the way into a meeting now.

- Only Part A has a public link (`MeetingPage.join_url`). Part B's is a record outside the page
  (`meetings.PrivateJoinLink`), for those whom `may_read_private` lets in.
- It opens at the time that the editor set (`join_from`), or when the papers are published where none is set.
- It closes when Part A ends, or as soon as the meeting is cancelled, postponed, moved or recorded as over.
- Pages, calendars, feeds, letters and data carry `join_address(meeting)`, the address here that leads on; the link
  itself leaves the site in one redirect, and nothing else may print it.
"""

from datetime import datetime
from enum import Enum

from ..models.meeting_states import Status

JOIN_SLUG, PRIVATE_JOIN_SLUG = "join", "join-private"


class Joining(Enum):
    """Whether one can join, and if not, why."""

    NO_LINK = "no link"
    NOT_YET = "not yet"
    OPEN = "open"
    OVER = "over"
    OFF = "off"


def joining_at(meeting, now: datetime) -> Joining:
    """Whether the public may join a meeting's Part A at a moment."""
    if meeting.status == Status.PLANNED and meeting.public_ends_at and now >= meeting.public_ends_at:
        return Joining.OVER
    if meeting.status != Status.PLANNED:
        return Joining.OFF if meeting.is_off else Joining.OVER
    if not meeting.join_url or meeting.public_ends_at is None:
        return Joining.NO_LINK
    if meeting.join_from is not None:
        return Joining.OPEN if now >= meeting.join_from else Joining.NOT_YET
    return Joining.OPEN if meeting.has_public_papers else Joining.NOT_YET


def join_address(meeting) -> str:
    """The address on this site that leads into the meeting, "" for a page that has none."""
    return f"{meeting.url}{JOIN_SLUG}/" if meeting.url else ""
