"""The packs that members find on their page: of the papers of both parts."""

from datetime import datetime

from ..models import MeetingPack
from ..packs.serving import address_of
from .registry import Offer, offers_members


@offers_members
def packs_of(user, meetings, now: datetime) -> dict[int, list[Offer]]:
    """Members' packs that have been built, by the meeting's key. Opening one asks whether it may be had still."""
    packs = MeetingPack.objects.filter(
        meeting__in=[meeting.pk for meeting in meetings],
        kind=MeetingPack.Kind.MEMBERS,
        current__isnull=False,
    ).exclude(current__file="")
    packs = packs.select_related("current")
    return {
        pack.meeting_id: [
            Offer("Meeting pack with the private part", address_of(pack), pack.current.built_at)
        ]
        for pack in packs
    }
