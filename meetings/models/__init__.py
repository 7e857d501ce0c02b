"""Committees and their meetings."""

from .agenda import AgendaItem, Part
from .committees import CommitteeMember, CommitteePage
from .joining import PrivateJoinLink
from .meetings import MeetingPage
from .meetings_index import MeetingsIndexPage
from .membership import DeclaredInterest, Membership
from .notice_rules import CommitteeRule, OrganisationRule
from .notices import PublicNotice
from .papers import AgendaPaper
from .terms import TermsOfReference

__all__ = [
    "AgendaItem",
    "AgendaPaper",
    "CommitteeMember",
    "CommitteePage",
    "CommitteeRule",
    "DeclaredInterest",
    "MeetingPage",
    "MeetingsIndexPage",
    "Membership",
    "OrganisationRule",
    "Part",
    "PrivateJoinLink",
    "PublicNotice",
    "TermsOfReference",
]
