"""Committees and their meetings."""

from .agenda import AgendaItem, Part
from .attendance import Attendance
from .committees import CommitteeMember, CommitteePage
from .joining import PrivateJoinLink
from .meetings import MeetingPage
from .meetings_index import MeetingsIndexPage
from .membership import DeclaredInterest, Membership
from .notice_rules import CommitteeRule, OrganisationRule
from .notices import PublicNotice
from .papers import AgendaPaper
from .records import ItemRecord
from .sittings import ExclusionMotion, Sitting
from .terms import TermsOfReference

__all__ = [
    "AgendaItem",
    "AgendaPaper",
    "Attendance",
    "CommitteeMember",
    "CommitteePage",
    "CommitteeRule",
    "DeclaredInterest",
    "ExclusionMotion",
    "ItemRecord",
    "MeetingPage",
    "MeetingsIndexPage",
    "Membership",
    "OrganisationRule",
    "Part",
    "PrivateJoinLink",
    "PublicNotice",
    "Sitting",
    "TermsOfReference",
]
