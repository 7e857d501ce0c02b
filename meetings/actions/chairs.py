"""A chair's action becomes public, is told to those who follow the committee, and is reported to a meeting."""

from datetime import datetime

from django.db import transaction

from partnership.alerts.notifying import notify
from partnership.content.visibility import Audience

from ..models import ChairsAction, DecisionsRegisterPage, MeetingPage
from ..models.meeting_states import OFF


def publish(row: ChairsAction, now: datetime) -> None:
    """Give a chair's action to those who may read it."""
    with transaction.atomic():
        row.published_at = row.published_at or now
        row.save()
        announce(row, now)


def announce(row: ChairsAction, now: datetime) -> None:
    """Tell those who follow the committee, once, as soon as the public may read it."""
    audience = Audience(now)
    if not row.is_public or not audience.may_see(row.committee):
        return
    register = audience.visible(DecisionsRegisterPage.objects.all()).first()
    notify(
        "committee",
        row.committee_id,
        f"chairs-action-{row.pk}",
        f"Chair’s action: {row.committee.title}",
        f"{row.decided}\n\nWhy it could not wait: {row.urgency}",
        f"{register.url}chairs-actions/{row.pk}/" if register else row.committee.url or "",
        now,
    )


def meetings_to_report_to(row: ChairsAction):
    """The meetings of the committee that can hear of it: not off, and not over before it was taken."""
    meetings = MeetingPage.objects.child_of(row.committee).exclude(status__in=OFF).exclude(starts_at=None)
    if row.taken_on:
        meetings = meetings.filter(ends_at__date__gte=row.taken_on)
    return meetings.defer("body", "related_links").order_by("starts_at")


def can_be_reported(row: ChairsAction, now: datetime) -> bool:
    """Whether its meeting has begun, and nobody has said yet that it heard of it."""
    meeting = row.reported_to
    return bool(
        row.published_at
        and row.reported_at is None
        and meeting
        and meeting.starts_at
        and meeting.starts_at <= now
    )


def go_along(old: MeetingPage, new: MeetingPage) -> None:
    """What a meeting was to hear of goes with it where it moves."""
    ChairsAction.objects.unreported().filter(reported_to=old.pk).update(reported_to=new.pk)
