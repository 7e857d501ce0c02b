"""The proof of notice as the public reads it: what became public when, how long before, and whether it was late."""

from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page

from ..clock import day_and_time
from ..models import MeetingPage, PublicNotice
from ..models.notice_rules import Duty
from .counting import Counting, day_in_london, days_between
from .rules import Rule, RuleBook, rules_of

Kind = PublicNotice.Kind
DUTIES = {Kind.NOTICE: Duty.NOTICE, Kind.AGENDA: Duty.AGENDA, Kind.PAPER: Duty.PAPERS}
# What is owed once; the days of what comes afterwards are told without a rule.
AFTERWARDS = {Kind.RECORD, Kind.DRAFT_MINUTES, Kind.MINUTES, Kind.MINUTES_BACK, Kind.RECORDING}


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


def proofs_of(meeting: MeetingPage, committee: Page) -> list[Proof]:
    """What became public for a meeting of a committee, in the order in which it did."""
    if meeting.starts_at is None:
        return []
    notices = list(
        PublicNotice.objects.filter(meeting=meeting.pk).select_related("paper__document", "paper__item")
    )
    if not notices:
        return []
    book, meeting_on = rules_of(committee), day_in_london(meeting.starts_at)
    proofs = []
    seen = set()
    for notice in notices:
        if notice.kind in AFTERWARDS:
            proofs.append(proof_after(notice, meeting, book, committee.pk, notice.kind in seen))
            seen.add(notice.kind)
            continue
        rule = book.rule(committee.pk, DUTIES[notice.kind], meeting_on)
        again = notice.kind == Kind.AGENDA and Kind.AGENDA in seen
        seen.add(notice.kind)
        late = rule.is_late(notice.at, day_in_london(notice.at), meeting_on)
        reason = notice.reason or (meeting.short_notice_reason if notice.kind == Kind.NOTICE and late else "")
        proofs.append(
            Proof(what(notice, again), notice.at, given(notice.at, meeting.starts_at, rule), late, reason)
        )
    return proofs


def proof_after(
    notice: PublicNotice, meeting: MeetingPage, book: RuleBook, committee: int, again: bool
) -> Proof:
    """What became public, or was taken back, after a meeting; only the first draft of its minutes can be late."""
    meeting_on, on = day_in_london(meeting.starts_at), day_in_london(notice.at)
    rule = book.rule(committee, Duty.MINUTES, meeting_on)
    is_owed = notice.kind == Kind.DRAFT_MINUTES and not again
    late = is_owed and rule.is_late(notice.at, on, meeting_on)
    days = "on the day of"
    if on > meeting_on:
        days = f"{counted(days_between(meeting_on, on, Counting.WORKING), Counting.WORKING)} after"
    corrects = notice.kind == Kind.RECORD and again
    said = "Correction of that record" if corrects else notice.get_kind_display()
    return Proof(said, notice.at, f"{days} the meeting", late, notice.reason)


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
