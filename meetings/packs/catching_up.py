"""Finds packs that are not what they should be: a task was lost, or something changed that no event tells of."""

from datetime import datetime, timedelta

from ..models import AgendaItem, MeetingPack, MeetingPage
from .asking import ask
from .state import PackState, contents_now

# What changes around a meeting of long ago, its packs are asked for when it does.
LOOKED_AFTER = timedelta(days=60)
# A build that nobody has begun for so long has lost its task.
LOST_AFTER = timedelta(minutes=30)
# Meetings of before there were packs come in turn.
AT_ONCE = 5


def catch_up(now: datetime) -> None:
    """Ask for the packs that are missing or not right; what failed is left until something in it changes."""
    MeetingPack.objects.filter(asked_at__lt=now - LOST_AFTER).update(asked_at=None)
    packs = MeetingPack.objects.filter(meeting__ends_at__gt=now - LOOKED_AFTER, asked_at=None)
    stale = set()
    for pack in packs.select_related("meeting", "current"):
        state = PackState(pack, contents_now(pack, now))
        left_over = state.contents is None and pack.current_id
        if left_over or (state.contents and not state.is_fresh and not state.has_failed):
            stale.add(pack.meeting_id)
    with_agenda = AgendaItem.objects.published().values("meeting")
    without = MeetingPage.objects.filter(pk__in=with_agenda, packs=None, live=True).order_by("-starts_at")
    for meeting in [*stale, *without.values_list("pk", flat=True)[:AT_ONCE]]:
        ask(meeting, now)
