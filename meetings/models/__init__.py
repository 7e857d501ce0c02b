"""Committees and their meetings."""

from .agenda import AgendaItem, Part
from .committees import CommitteeMember, CommitteePage
from .joining import PrivateJoinLink
from .meetings import MeetingPage
from .meetings_index import MeetingsIndexPage
from .notices import PublicNotice
from .papers import AgendaPaper

__all__ = [
    "AgendaItem",
    "AgendaPaper",
    "CommitteeMember",
    "CommitteePage",
    "MeetingPage",
    "MeetingsIndexPage",
    "Part",
    "PrivateJoinLink",
    "PublicNotice",
]
