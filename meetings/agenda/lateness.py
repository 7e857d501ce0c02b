"""Whether papers come late, by the rule of the meeting's committee."""

from datetime import datetime

from ..models.notice_rules import Duty
from ..notice.counting import day_in_london
from ..notice.rules import RuleBook


def papers_are_late(meeting, now: datetime) -> bool:
    """Whether papers that are published at `now` come late for a meeting."""
    if meeting.starts_at is None:
        return False
    committee, meeting_on = meeting.get_parent().pk, day_in_london(meeting.starts_at)
    rule = RuleBook([committee]).rule(committee, Duty.PAPERS, meeting_on)
    return rule.is_late(now, day_in_london(now), meeting_on)
