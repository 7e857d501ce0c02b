"""What a reader is shown of decisions, actions and chair's actions, in a fixed number of queries for a list of them."""

from collections import defaultdict

from django.apps import apps
from django.db.models import Prefetch
from django.utils import timezone

from documents.models import Recommendation
from programmes.models.areas_of_work import AreaOfWorkPage

from ..agenda.reading import flat, numbered
from ..models.actions import Action, ActionStatus
from ..models.agenda import AgendaItem
from ..records.reading import seen_by

OVERDUE = "overdue"
COLOURS = {
    ActionStatus.OPEN: "blue",
    ActionStatus.IN_PROGRESS: "aqua-green",
    ActionStatus.DONE: "green",
    ActionStatus.DROPPED: "grey",
    OVERDUE: "red",
}
# What a page holds besides what a row names of it.
HEAVY = ("body", "related_links")


def numbers_of(meetings) -> dict[int, str]:
    """The number of every published item of some meetings, by the item's key, in one query."""
    by_key = {meeting.pk: meeting for meeting in meetings}
    items = AgendaItem.objects.filter(meeting__in=by_key).published().in_order()
    of_meeting = defaultdict(list)
    for item in items.only("meeting_id", "parent_id", "part", "place", "minutes"):
        of_meeting[item.meeting_id].append(item)
    return {
        line.item.pk: line.number
        for key, found in of_meeting.items()
        for line in flat(numbered(found, {}, by_key[key]))
    }


def with_number(item, numbers: dict[int, str]) -> str:
    """The number under which an item stands on its meeting's page; "" where it is not on the published agenda."""
    return numbers.get(item.pk, "") if item else ""


def decisions_shown(records, audience) -> list:
    """Records of decisions with their committee, the number of their item and the actions that followed."""
    follow = Prefetch("item__actions", Action.objects.shown_to(audience), to_attr="public_actions")
    heavy = [f"item__meeting__{name}" for name in HEAVY]
    records = list(
        records.select_related("item__meeting", "organisation", "ratified_by_meeting")
        .defer(*heavy, *(f"ratified_by_meeting__{name}" for name in HEAVY))
        .prefetch_related(follow)
    )
    numbers = numbers_of({record.item.meeting for record in records})
    committees = committees_by_path()
    today = timezone.localdate(audience.now)
    for record in records:
        meeting = record.item.meeting
        record.number = with_number(record.item, numbers)
        record.committee = committees[meeting.path[: -meeting.steplen]]
        record.ratifying_meeting = seen_by(audience, record.ratified_by_meeting)
        record.actions = record.item.public_actions
        for action in record.actions:
            say_status(action, today)
    return records


def committees_by_path() -> dict:
    """All committees, by their place in the tree; there are few."""
    pages = apps.get_model("meetings", "CommitteePage").objects.defer(*HEAVY)
    return {page.path: page for page in pages}


def say_status(action: Action, today) -> None:
    """Give an action the words and the colour of where it stands on a day."""
    is_overdue = action.is_overdue(today)
    action.colour = COLOURS[OVERDUE if is_overdue else action.status]
    action.status_words = "Overdue" if is_overdue else action.get_status_display()
    action.overdue_words = f"It was due {action.due}." if is_overdue else ""


def actions_shown(actions, audience) -> list[Action]:
    """Actions with the number of their item, where they stand today, what was reported, and what they answer."""
    answered = Recommendation.objects.shown_to(audience).select_related("publication")
    heavy = [f"{page}__{name}" for page in ("meeting", "committee") for name in HEAVY]
    actions = list(
        actions.select_related("meeting", "committee", "item", "organisation")
        .defer(*heavy)
        .prefetch_related(
            "history",
            Prefetch("answers", answered.defer("publication__body"), to_attr="answered"),
        )
    )
    numbers = numbers_of({action.meeting for action in actions if action.item})
    today = timezone.localdate(audience.now)
    areas = areas_of(actions, audience)
    for action in actions:
        say_status(action, today)
        action.number = with_number(action.item, numbers)
        action.reports = list(action.history.all())
        action.about = areas.get(area_key(action))
    return actions


def area_key(action: Action) -> int | None:
    """The area of work that an action is about: its own, or else its item's."""
    return action.area_of_work_id or (action.item.area_of_work_id if action.item else None)


def areas_of(actions, audience) -> dict:
    """The areas of work of actions that an audience may see, by key."""
    keys = {area_key(action) for action in actions} - {None}
    return (
        audience.visible(AreaOfWorkPage.objects.filter(pk__in=keys)).defer(*HEAVY).in_bulk() if keys else {}
    )


def chairs_actions_shown(chairs_actions, audience) -> list:
    """Chair's actions with whom they bind, what was added afterwards, and the meeting that hears of them."""
    heavy = [f"{page}__{name}" for page in ("reported_to", "committee") for name in HEAVY]
    rows = list(
        chairs_actions.select_related("committee", "reported_to")
        .defer(*heavy)
        .prefetch_related("organisations", "notes")
    )
    for row in rows:
        meeting = row.reported_to
        row.meeting = meeting if meeting and audience.may_see(meeting) else None
    return rows
