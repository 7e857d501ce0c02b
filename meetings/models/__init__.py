"""Committees and their meetings."""

from .committees import CommitteeMember, CommitteePage
from .meetings import MeetingPage, MeetingPaper
from .meetings_index import MeetingsIndexPage

__all__ = ["CommitteeMember", "CommitteePage", "MeetingPage", "MeetingPaper", "MeetingsIndexPage"]
