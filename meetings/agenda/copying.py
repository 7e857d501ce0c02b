"""The agenda of a meeting that moves goes with it: the new meeting has it as a draft, the old one keeps its own."""

from ..actions.chairs import go_along
from ..models import AgendaItem, AgendaPaper, ExclusionMotion, MeetingPage
from ..records.motions import propose

# What came of the old meeting, or was public of it, is not so of the new one.
ANEW = {"published_at": None, "released_at": None, "release_note": ""}


def copy_agenda(old: MeetingPage, new: MeetingPage) -> None:
    """Give a meeting the items and papers of another, none of them published."""
    copies: dict[int, AgendaItem] = {}
    items = AgendaItem.objects.filter(meeting=old.pk)
    for item in sorted(items, key=lambda item: (item.parent_id is not None, item.place)):
        parent = copies.get(item.parent_id)
        before = item.pk
        copies[before] = made_anew(item, meeting=new, parent=parent, outcome="", **ANEW)
    for paper in AgendaPaper.objects.filter(item__meeting=old.pk).select_related("document"):
        made_anew(paper, item=copies[paper.item_id], late_reason="", **ANEW)
    # What is proposed goes along; what each committee made of it belongs to the meeting at which it voted.
    for motion in ExclusionMotion.objects.filter(meeting=old.pk):
        propose(ExclusionMotion(meeting=new, wording=motion.wording, reason=motion.reason))
    go_along(old, new)


def made_anew(row, **facts):
    """A row like another, with other facts, saved."""
    row.pk = None
    row._state.adding = True
    for name, value in facts.items():
        setattr(row, name, value)
    row.save()
    return row
