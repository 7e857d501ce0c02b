"""The proof of notice as the public reads it: what became public when, how long before, and whether it was late."""

from dataclasses import dataclass
from datetime import datetime

from ..clock import day_and_time
from ..models import MeetingPage, PublicNotice
from ..models.notice_rules import Duty
from .counting import day_in_london, days_between
from .rules import Rule, RuleBook

Kind = PublicNotice.Kind
DUTIES = {Kind.NOTICE: Duty.NOTICE, Kind.AGENDA: Duty.AGENDA, Kind.PAPER: Duty.PAPERS}


@dataclass(frozen=True)
class Proof:
    """One thing that became public before a meeting, or after it began."""

    what: str
    at: datetime
    days: str
    is_late: bool
    reason: str

    @property
    def said_at(self) -> str:
        """The moment, in London: "27 September 2023, 9am"."""
        return day_and_time(self.at)


def proofs_of(meeting: MeetingPage, committee: int) -> list[Proof]:
    """What became public for a meeting, in the order in which it did; in four queries."""
    if meeting.starts_at is None:
        return []
    notices = list(
        PublicNotice.objects.filter(meeting=meeting.pk).select_related("paper__document", "paper__item")
    )
    if not notices:
        return []
    book, meeting_on = RuleBook([committee]), day_in_london(meeting.starts_at)
    proofs = []
    seen = set()
    for notice in notices:
        rule = book.rule(committee, DUTIES[notice.kind], meeting_on)
        again = notice.kind == Kind.AGENDA and Kind.AGENDA in seen
        seen.add(notice.kind)
        late = rule.is_late(notice.at, day_in_london(notice.at), meeting_on)
        reason = notice.reason or (meeting.short_notice_reason if notice.kind == Kind.NOTICE and late else "")
        proofs.append(
            Proof(what(notice, again), notice.at, given(notice.at, meeting.starts_at, rule), late, reason)
        )
    return proofs


def what(notice: PublicNotice, again: bool) -> str:
    """What became public, in words."""
    if notice.kind == Kind.PAPER and notice.paper:
        return f"Paper: {notice.paper.name}"
    if again:
        return "Addition to the agenda"
    return notice.get_kind_display()


def given(at: datetime, starts_at: datetime, rule: Rule) -> str:
    """How long before the meeting: "6 clear working days before"."""
    if at >= starts_at:
        return "after the meeting began"
    number = days_between(day_in_london(at), day_in_london(starts_at), rule.counting)
    return f"{counted(number, rule.counting)} before"


def counted(number: int, counting: str) -> str:
    """A number of days: "1 clear day", "6 working days"."""
    words = {
        "clear_working": "clear working day",
        "clear": "clear day",
        "working": "working day",
        "days": "day",
    }
    return f"{number} {words[counting]}{'' if number == 1 else 's'}"
