"""Whether papers come late, by the rule of notice that holds for the committee."""

from datetime import datetime

from django.utils import timezone

from ..models.notice_rules import Duty
from ..notice.rules import RuleBook


def papers_are_late(meeting, now: datetime) -> bool:
    """Whether papers that are published at `now` come late for a meeting."""
    if meeting.starts_at is None:
        return False
    committee = meeting.get_parent().pk
    meeting_on = timezone.localdate(meeting.starts_at)
    rule = RuleBook([committee]).rule(committee, Duty.PAPERS, meeting_on)
    return rule.is_late(now, timezone.localdate(now), meeting_on)
