"""What can be done with a meeting: each action with what it asks, when it is offered and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from partnership.accounts.grants import may_read_private

from .. import running
from ..models import MeetingPage
from ..models.meeting_states import OUTCOMES, Status
from .forms import MeetingForm, MoveForm, NewDateForm, OutcomeForm, PrivateLinkForm, ReasonForm


@dataclass(frozen=True)
class Action:
    """Something that a person does with a meeting. `perform` takes the meeting, what was typed and the person."""

    key: str
    label: str
    icon: str
    explanation: str
    done: str
    form: type[MeetingForm]
    offered: Callable[[MeetingPage, datetime], bool]
    perform: Callable
    for_private_readers: bool = False

    def is_offered(self, meeting: MeetingPage, user, now: datetime) -> bool:
        """Whether this person may do it to this meeting now."""
        if not meeting.permissions_for_user(user).can_publish():
            return False
        if self.for_private_readers and not may_read_private(user, meeting):
            return False
        return self.offered(meeting, now)


def is_to_come(meeting: MeetingPage, now: datetime) -> bool:
    """Whether the public expects it still."""
    planned = meeting.status == Status.PLANNED and meeting.starts_at and now < meeting.starts_at
    return meeting.live and bool(planned)


def awaits_its_day(meeting: MeetingPage, now: datetime) -> bool:
    """Whether it is still to come, or its date is to follow."""
    return is_to_come(meeting, now) or (meeting.live and meeting.status == Status.POSTPONED)


def has_begun(meeting: MeetingPage, now: datetime) -> bool:
    """Whether there is something to record: it has begun, or an outcome is to be put right."""
    begun = meeting.status == Status.PLANNED and meeting.starts_at and now >= meeting.starts_at
    return meeting.live and (bool(begun) or meeting.status in OUTCOMES)


def save_private_link(meeting, typed, user, form):
    """Keep the link to Part B."""
    form.save(user)
    return meeting


ACTIONS = {
    action.key: action
    for action in (
        Action(
            "outcome",
            "Record what happened",
            "check",
            "Say that it was held, inquorate, adjourned or abandoned.",
            "Recorded, and shown on the page.",
            OutcomeForm,
            has_begun,
            lambda meeting, typed, user, form: running.record_outcome(meeting, user=user, **typed),
        ),
        Action(
            "move",
            "Move",
            "calendar-alt",
            "Give it another date. This page stays with its date, and a new one takes its place; each links to the "
            "other. Its agenda comes along as a draft. Those who follow the committee are told once.",
            "Moved. This is the page of the new date.",
            MoveForm,
            awaits_its_day,
            lambda meeting, typed, user, form: running.move(meeting, user=user, **typed),
        ),
        Action(
            "postpone",
            "Postpone",
            "time",
            "Call it off for its day; the date follows. When you know it, move the meeting to it.",
            "Postponed, and those who follow the committee are told.",
            ReasonForm,
            is_to_come,
            lambda meeting, typed, user, form: running.postpone(meeting, user=user, **typed),
        ),
        Action(
            "cancel",
            "Cancel",
            "cross",
            "Call it off. Its page stays, and says why.",
            "Cancelled, and those who follow the committee are told.",
            ReasonForm,
            awaits_its_day,
            lambda meeting, typed, user, form: running.cancel(meeting, user=user, **typed),
        ),
        Action(
            "duplicate",
            "Duplicate",
            "copy",
            "Make a draft of the same meeting on another date, without its papers and its link.",
            "This is the draft. Look through it, then publish it.",
            NewDateForm,
            lambda meeting, now: bool(meeting.starts_at and meeting.ends_at),
            lambda meeting, typed, user, form: running.on_another_date(meeting, user=user, **typed),
        ),
        Action(
            "private-link",
            "Link to the private part",
            "lock",
            "Only the committee’s members and its governance officers are led on to it. It is on no page.",
            "Saved. Members find it on the meeting’s page when they are signed in.",
            PrivateLinkForm,
            lambda meeting, now: meeting.status == Status.PLANNED,
            save_private_link,
            for_private_readers=True,
        ),
    )
}
