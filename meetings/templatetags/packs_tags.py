"""Packs of meetings, for the public's page and for the screens of those who keep a meeting."""

from django import template
from django.utils import timezone

from ..agenda.keeping import may_keep_part_b
from ..agenda.reading import read_agenda
from ..models import MeetingPack
from ..packs.contents import contents_of
from ..packs.showing import ShownPack
from ..packs.state import PackState, contents_now

register = template.Library()


@register.inclusion_tag("meetings/packs/packs.html")
def meeting_packs(page, committee, agenda):
    """The packs of a meeting for whom an agenda was read; one query, and none without an agenda."""
    if not (agenda and committee and page.pk):
        return {"packs": []}
    packs = MeetingPack.objects.filter(meeting=page.pk).select_related("current")
    if not agenda.with_part_b:
        packs = packs.exclude(kind=MeetingPack.Kind.MEMBERS)
    shown, public_agenda = {}, None
    for pack in packs:
        read = agenda
        if agenda.with_part_b and not pack.is_for_members:
            read = public_agenda = public_agenda or read_agenda(page, with_part_b=False)
        contents = contents_of(pack.kind, page, committee.title, read)
        if contents:
            shown[pack.kind] = ShownPack(PackState(pack, contents))
    return {"packs": [shown[kind] for kind in MeetingPack.Kind if kind in shown]}


@register.inclusion_tag("meetings/packs/kept.html")
def kept_packs(meeting, user):
    """How the packs of a meeting stand, for its keeper; the members' one for keepers of Part B alone."""
    packs = MeetingPack.objects.filter(meeting=meeting.pk).select_related("current", "meeting")
    if not may_keep_part_b(user, meeting):
        packs = packs.exclude(kind=MeetingPack.Kind.MEMBERS)
    now = timezone.now()
    states = [PackState(pack, contents_now(pack, now)) for pack in packs.order_by("pk")]
    return {"packs": [ShownPack(state) for state in states if state.contents]}


@register.inclusion_tag("meetings/packs/troubles.html")
def pack_troubles(rows, user):
    """What stands in the way of the packs of several meetings, for their keeper; in one query."""
    meetings = {row["meeting"].pk: row["meeting"] for row in rows}
    packs = (
        MeetingPack.objects.filter(meeting__in=meetings).select_related("current").order_by("meeting", "pk")
    )
    troubles = []
    for pack in packs:
        meeting = meetings[pack.meeting_id]
        found = bool(pack.failed_at) or bool(pack.current and pack.current.problems)
        if found and (not pack.is_for_members or may_keep_part_b(user, meeting)):
            troubles.append({"pack": pack, "meeting": meeting})
    return {"troubles": troubles}
