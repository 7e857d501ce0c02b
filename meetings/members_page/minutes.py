"""The minutes that members find on their page: drafts and approved ones, of both parts."""

from datetime import datetime

from ..minutes.reading import SLUGS
from ..models.agenda import Part
from ..models.minutes import Minutes
from .registry import Offer, offers_members


@offers_members
def minutes_of(user, meetings, now: datetime) -> dict[int, list[Offer]]:
    """Published minutes of meetings, by the meeting's key."""
    addresses = {meeting.pk: meeting.url for meeting in meetings}
    found: dict[int, list[Offer]] = {}
    for minutes in Minutes.objects.published().filter(meeting__in=addresses).order_by("part"):
        words = f"{minutes.stage}, private part" if minutes.part == Part.B else minutes.stage
        since = minutes.approved_published_at or minutes.draft_published_at
        address = f"{addresses[minutes.meeting_id]}{SLUGS[minutes.part]}/"
        found.setdefault(minutes.meeting_id, []).append(Offer(words, address, since))
    return found
