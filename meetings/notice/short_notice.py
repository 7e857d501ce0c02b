"""Whether the notice of a meeting, as it is about to be published, is shorter than its rule."""

from datetime import date, datetime

from django.apps import apps

from ..models.meeting_states import Status
from ..models.notice_rules import Duty
from .counting import day_in_london
from .rules import Rule, RuleBook


def is_short_notice(meeting, now: datetime) -> Rule | None:
    """The rule that a meeting's notice falls short of; None where it does not, or where there is nothing to announce.

    A meeting that is over, or off, is announced no more. Another day is announced only now.
    """
    if meeting.starts_at is None or meeting.starts_at <= now or meeting.status != Status.PLANNED:
        return None
    committee = meeting.get_parent() if meeting.path else meeting.committee_to_be
    if committee is None:
        return None
    meeting_on = day_in_london(meeting.starts_at)
    given_at = announced_at(meeting, meeting_on) or now
    rule = RuleBook([committee.pk]).rule(committee.pk, Duty.NOTICE, meeting_on)
    return rule if rule.is_late(given_at, day_in_london(given_at), meeting_on) else None


def announced_at(meeting, meeting_on: date) -> datetime | None:
    """When the public was told of a meeting on this day; None where it has not been."""
    if not meeting.pk:
        return None
    public = apps.get_model("meetings", "MeetingPage").objects.filter(pk=meeting.pk, live=True)
    facts = public.values_list("starts_at", "first_published_at")
    starts_at, first_published_at = facts.first() or (None, None)
    if starts_at is None or day_in_london(starts_at) != meeting_on:
        return None
    notices = apps.get_model("meetings", "PublicNotice").objects.filter(meeting=meeting.pk, kind="notice")
    # Of before the record of notices began, the page itself knows.
    return notices.values_list("at", flat=True).first() or first_published_at
