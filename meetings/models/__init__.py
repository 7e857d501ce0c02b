"""Committees and their meetings."""

from .actions import Action, ActionReport
from .agenda import AgendaItem, Part
from .attendance import Attendance
from .calendar_entries import CalendarEntry
from .chairs_actions import ChairsAction, ChairsActionNote
from .committees import CommitteeMember, CommitteePage
from .decisions_register import DecisionsRegisterPage
from .joining import PrivateJoinLink
from .last_looked import LastLooked
from .meetings import MeetingPage
from .meetings_index import MeetingsIndexPage
from .membership import DeclaredInterest, Membership
from .minutes import MinutedItem, Minutes, MinutesEdition
from .notice_rules import CommitteeRule, OrganisationRule
from .notices import PublicNotice
from .packs import MeetingPack, PackBuild
from .papers import AgendaPaper
from .questions import Question, QuestionChange
from .recordings import Recording
from .records import ItemRecord
from .sittings import ExclusionMotion, Sitting
from .terms import TermsOfReference

__all__ = [
    "Action",
    "ActionReport",
    "AgendaItem",
    "AgendaPaper",
    "Attendance",
    "CalendarEntry",
    "ChairsAction",
    "ChairsActionNote",
    "CommitteeMember",
    "CommitteePage",
    "CommitteeRule",
    "DecisionsRegisterPage",
    "DeclaredInterest",
    "ExclusionMotion",
    "ItemRecord",
    "LastLooked",
    "MeetingPack",
    "MeetingPage",
    "MeetingsIndexPage",
    "Membership",
    "MinutedItem",
    "Minutes",
    "MinutesEdition",
    "OrganisationRule",
    "PackBuild",
    "Part",
    "PrivateJoinLink",
    "PublicNotice",
    "Question",
    "QuestionChange",
    "Recording",
    "Sitting",
    "TermsOfReference",
]
