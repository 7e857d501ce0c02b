"""What templates show of decisions, actions and chair's actions beside the register itself."""

from django import template
from django.db.models import Q
from django.utils import timezone

from partnership.content.landmarks import landmark_url
from partnership.content.visibility import audience_of

from ..actions.keeping import Keeper
from ..actions.showing import HEAVY, numbers_of, say_status
from ..agenda.reading import flat
from ..models import Action, ChairsAction, DecisionsRegisterPage, ItemRecord
from ..models.meeting_states import Status

register = template.Library()

# More than these are better read in the register, where they can be narrowed.
ARISING_SHOWN, ABOUT_SHOWN = 30, 4


def register_address(context) -> str:
    """Where the register is, or ""."""
    return landmark_url(context.get("request"), DecisionsRegisterPage)


@register.inclusion_tag("meetings/tags/register_link.html", takes_context=True)
def link_to_register(context, committee=None):
    """The way to the register of all committees, or narrowed to one; nothing where there is no register."""
    return {"register_url": register_address(context), "committee": committee}


@register.inclusion_tag("meetings/tags/meeting_actions.html", takes_context=True)
def actions_of_meeting(context, meeting, agenda, committee):
    """What follows from a meeting, what is still open from earlier ones, and what it hears of its chair's action.

    Two queries, and one more where there is a chair's action.
    """
    if not meeting.pk or not committee:
        return {}
    audience = audience_of(context.get("request"))
    own = Q(meeting=meeting.pk)
    chairs = ChairsAction.objects.filter(reported_to=meeting.pk, published_at__isnull=False)
    if agenda.with_part_b:
        found = Action.objects.filter(committee=committee.pk)
    else:
        found = Action.objects.public().filter(own | Q(pk__in=Action.objects.shown_to(audience).values("pk")))
        chairs = chairs.public()
    arising = Q(pk__in=[])
    if meeting.status == Status.PLANNED and meeting.ends_at and meeting.ends_at > audience.now:
        arising = Q(
            pk__in=Action.objects.outstanding()
            .filter(committee=committee.pk, meeting__starts_at__lt=meeting.starts_at)
            .values("pk")
        )
    found = found.filter(own | arising).select_related("organisation", "meeting", "item")
    found = list(found.defer(*(f"meeting__{name}" for name in HEAVY)).most_urgent_first())
    numbers = {line.item.pk: line.number for line in flat(agenda.part_a + agenda.part_b)}
    today = timezone.localdate(audience.now)
    for action in found:
        say_status(action, today)
        action.number = numbers.get(action.item_id, "")
    open_before = [action for action in found if action.meeting_id != meeting.pk]
    return {
        "own": sorted((each for each in found if each.meeting_id == meeting.pk), key=lambda each: each.pk),
        "arising": open_before[:ARISING_SHOWN],
        "more": len(open_before) > ARISING_SHOWN,
        "chairs_actions": chairs.prefetch_related("organisations").latest_first(),
        "register_url": register_address(context),
        "committee": committee,
    }


@register.inclusion_tag("meetings/tags/decided_about.html", takes_context=True)
def decided_about(context, area):
    """What committees decided about an area of work, and what is still to be done; the latest of each."""
    if not area.pk:
        return {}
    audience = audience_of(context.get("request"))
    records = ItemRecord.objects.public(audience).decided().filter(item__area_of_work=area.pk).latest_first()
    records = records.select_related("item__meeting", "organisation")
    records = list(records.defer(*(f"item__meeting__{name}" for name in HEAVY))[:ABOUT_SHOWN])
    numbers = numbers_of({record.item.meeting for record in records}) if records else {}
    for record in records:
        record.number = numbers.get(record.item_id, "")
    mine = Q(area_of_work=area.pk) | Q(area_of_work=None, item__area_of_work=area.pk)
    actions = Action.objects.shown_to(audience).outstanding().filter(mine).most_urgent_first()
    actions = actions.select_related("meeting", "committee", "organisation")
    heavy = [f"{page}__{name}" for page in ("meeting", "committee") for name in HEAVY]
    actions = list(actions.defer(*heavy)[:ABOUT_SHOWN])
    for action in actions:
        say_status(action, timezone.localdate(audience.now))
    return {"records": records, "actions": actions, "register_url": register_address(context), "area": area}


@register.inclusion_tag("meetings/actions/admin/owed.html", takes_context=True)
def owed_after_meetings(context):
    """For the governance officer's desk: actions that are overdue, and chair's actions that no meeting has heard of."""
    keeper = Keeper(context["request"].user)
    today = timezone.localdate()
    return {
        "overdue": keeper.actions().overdue(today).select_related("committee").order_by("due_by"),
        "unreported": keeper.chairs_actions().unreported().select_related("committee", "reported_to"),
    }


@register.inclusion_tag("meetings/actions/admin/log.html", takes_context=True)
def action_log(context, meeting):
    """For the screen on which a meeting is run: what followed from it, and what is open from earlier ones."""
    keeper = Keeper(context["request"].user)
    today = timezone.localdate()
    committee = next((each for each in keeper.committees if meeting.path.startswith(each.path)), None)
    if committee is None:
        return {}
    known = keeper.actions().filter(committee=committee)
    earlier = Q(meeting__starts_at__lt=meeting.starts_at) if meeting.starts_at else Q()
    arising = known.outstanding().filter(earlier).exclude(meeting=meeting.pk).most_urgent_first()
    own, arising = list(known.filter(meeting=meeting.pk)), list(arising[:ARISING_SHOWN])
    for action in (*own, *arising):
        say_status(action, today)
    return {
        "meeting": meeting,
        "committee": committee,
        "own": own,
        "arising": arising,
        "chairs_actions": keeper.chairs_actions().filter(reported_to=meeting.pk),
    }
