"""Whether questions are taken for a meeting: they open and close by the committee's rule, and the clock decides."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import Enum

from ..models.meeting_states import Status
from ..models.notice_rules import Duty
from ..notice.counting import day_in_london, latest_day_before, moment_on
from ..notice.rules import Rule, rules_of


class Asking(Enum):
    """Whether one can ask, and if not, why."""

    NOT_TAKEN = "not taken"
    NOT_YET = "not yet"
    OPEN = "open"
    CLOSED = "closed"
    OFF = "off"


@dataclass(frozen=True)
class Opening:
    """Whether questions are taken now, from when (None: since the meeting was announced), until when, by which rule."""

    asking: Asking
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    rule: Rule | None = None

    @property
    def is_open(self) -> bool:
        """Whether one can ask now."""
        return self.asking == Asking.OPEN


def opening_of(meeting, committee, now: datetime) -> Opening:
    """Whether questions are taken for a meeting of a committee at a moment; `committee` is its page, of any type."""
    if meeting.starts_at is None:
        return Opening(Asking.NOT_TAKEN)
    book = rules_of(committee)
    if not book.meets_in_public(committee.pk):
        return Opening(Asking.NOT_TAKEN)
    meeting_on = day_in_london(meeting.starts_at)
    rule = book.rule(committee.pk, Duty.QUESTIONS, meeting_on)
    closes_at = min(rule.due_at(meeting_on), meeting.starts_at)
    opens_at = None
    if rule.warn_days and rule.warn_days > rule.days:
        opens_at = moment_on(latest_day_before(meeting_on, rule.warn_days, rule.counting), time(0))
    return Opening(stands(meeting, opens_at, closes_at, now), opens_at, closes_at, rule)


def stands(meeting, opens_at: datetime | None, closes_at: datetime, now: datetime) -> Asking:
    """Whether questions are taken between two moments, as the meeting stands."""
    if meeting.is_off:
        return Asking.OFF
    if meeting.status != Status.PLANNED or now >= closes_at:
        return Asking.CLOSED
    return Asking.NOT_YET if opens_at and now < opens_at else Asking.OPEN
