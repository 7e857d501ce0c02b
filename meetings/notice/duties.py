"""What is owed for a meeting, by when, and whether it has been done: the governance officer's work."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from django.urls import reverse
from wagtail.models import Page

from partnership.accounts.grants import branches_read_in_private
from partnership.content.working_days import add_working_days

from ..clock import deadline
from ..models import AgendaItem, AgendaPaper, MeetingPage, Part, PublicNotice
from ..models.meeting_states import Status
from ..models.notice_rules import Duty
from ..records.owed import owes_record, without_motion
from .counting import day_in_london, moment_on
from .rules import RuleBook

Kind = PublicNotice.Kind
MINUTES = (Kind.DRAFT_MINUTES, Kind.MINUTES)
# Of what was held before that, nobody is reminded: its minutes may be elsewhere.
MINUTES_LOOKED_FOR = timedelta(days=365)
# What came of a meeting is recorded by then.
CONFIRM_WITHIN_WORKING_DAYS = 2


class State(StrEnum):
    """How a duty stands."""

    DONE = "Done"
    LATE = "Done late"
    COMING = "To come"
    DUE = "Due"
    OVERDUE = "Overdue"


OPEN = (State.DUE, State.OVERDUE)
DONE = (State.DONE, State.LATE)


@dataclass(frozen=True)
class Task:
    """One duty for one meeting: what, by when, by which rule, and where it is done."""

    meeting: MeetingPage
    words: str
    due_at: datetime
    state: State
    rule: str
    url: str
    done_at: datetime | None = None

    @property
    def by(self) -> str:
        """The deadline as people say it."""
        return deadline(self.due_at)


@dataclass
class Facts:
    """What is known of one meeting."""

    notice_at: datetime | None = None
    agenda_at: datetime | None = None
    last_paper_at: datetime | None = None
    papers_waiting: int = 0
    minutes_at: datetime | None = None
    record_at: datetime | None = None
    lacks_motion: bool = False


@dataclass
class Overview:
    """The duties of some meetings, read in a fixed number of queries."""

    meetings: Iterable[MeetingPage]
    now: datetime
    # Functions that know of more that is owed: each takes the meetings and the moment, and gives tasks.
    more: Iterable[Callable[[list[MeetingPage], datetime], Iterable[Task]]] = ()
    tasks: list[Task] = field(default_factory=list)
    # Who asks: of a private part only those are told who may read it.
    user: object = None

    def __post_init__(self):
        self.meetings = [meeting for meeting in self.meetings if meeting.starts_at and meeting.ends_at]
        committees = committees_of(self.meetings)
        book = RuleBook(committees.values())
        facts = facts_of(self.meetings)
        # Of a private part that nobody has published only its readers may know.
        told_of = branches_read_in_private(self.user, self.now) if self.user else []
        for meeting in self.meetings:
            if not meeting.path.startswith(tuple(told_of)):
                facts[meeting.pk].lacks_motion = False
        for meeting in self.meetings:
            self.tasks += tasks_of(meeting, committees[meeting.pk], book, facts[meeting.pk], self.now)
        for owed in self.more:
            self.tasks += owed(self.meetings, self.now)
        self.tasks.sort(key=lambda task: (task.due_at, task.meeting.pk))

    def open(self) -> list[Task]:
        """What is due or overdue, the most urgent first."""
        return [task for task in self.tasks if task.state in OPEN]


def committees_of(meetings: list[MeetingPage]) -> dict[int, int]:
    """The key of the committee of each meeting, by the meeting's."""
    above = {meeting.pk: meeting.path[: -Page.steplen] for meeting in meetings}
    by_path = dict(Page.objects.filter(path__in=set(above.values())).values_list("path", "pk"))
    return {key: by_path[path] for key, path in above.items()}


def facts_of(meetings: list[MeetingPage]) -> dict[int, Facts]:
    """What the record of notices and the agendas know of meetings."""
    keys, facts = [meeting.pk for meeting in meetings], defaultdict(Facts)
    for meeting, kind, at in PublicNotice.objects.filter(meeting__in=keys).values_list(
        "meeting", "kind", "at"
    ):
        known = facts[meeting]
        if kind == Kind.NOTICE:
            known.notice_at = known.notice_at or at
        elif kind == Kind.AGENDA:
            known.agenda_at = known.agenda_at or at
        elif kind == Kind.RECORD:
            known.record_at = known.record_at or at
        elif kind == Kind.PAPER:
            known.last_paper_at = at
        elif kind in MINUTES:
            known.minutes_at = known.minutes_at or at
    waiting = AgendaPaper.objects.filter(item__meeting__in=keys, item__part=Part.A, published_at=None)
    for meeting in waiting.values_list("item__meeting", flat=True):
        facts[meeting].papers_waiting += 1
    # An agenda of before the record began has no notice of its own.
    for meeting, at in (
        AgendaItem.objects.filter(meeting__in=keys, part=Part.A)
        .published()
        .values_list("meeting", "published_at")
    ):
        known = facts[meeting]
        known.agenda_at = min(filter(None, (known.agenda_at, at)))
    for meeting in without_motion(keys):
        facts[meeting].lacks_motion = True
    return facts


def tasks_of(meeting, committee: int, book: RuleBook, known: Facts, now: datetime) -> list[Task]:
    """The duties for one meeting that takes place or took place; none for one that is off."""
    if meeting.is_off:
        return []
    meeting_on = day_in_london(meeting.starts_at)
    edit = reverse("wagtailadmin_pages:edit", args=[meeting.pk])
    agenda = reverse("meeting_agenda:agenda", args=[meeting.pk])
    # Before it has begun there is nothing to record.
    run = reverse("run_meeting", args=[meeting.pk])
    outcome = run if now < meeting.starts_at else reverse("act_on_meeting", args=[meeting.pk, "outcome"])

    def task(duty, words, done_at, url):
        rule = book.rule(committee, duty, meeting_on)
        due_at = rule.due_at(meeting_on)
        state = state_of(done_at, due_at, rule.warn_at(meeting_on), now)
        if done_at and rule.is_late(done_at, day_in_london(done_at), meeting_on):
            state = State.LATE
        source = f"{rule.in_words}. {rule.source}".strip()
        return Task(meeting, words, due_at, state, source, url, done_at)

    tasks = [
        task(Duty.NOTICE, "Publish the notice", known.notice_at, edit),
        task(Duty.AGENDA, "Publish the agenda", known.agenda_at, agenda),
        task(
            Duty.PAPERS,
            f"Publish {known.papers_waiting} more papers"
            if known.papers_waiting > 1
            else "Publish the papers",
            None if known.papers_waiting else known.last_paper_at,
            agenda,
        ),
    ]
    if known.lacks_motion:
        motion = reverse("meeting_agenda:motion", args=[meeting.pk])
        tasks.append(task(Duty.AGENDA, "Write the motion to exclude the public", None, motion))
    # Before the record of notices began, nothing is known, and nothing can be made good.
    if meeting.starts_at <= now:
        tasks = [each for each in tasks if each.done_at]
        if owes_record(meeting, known.agenda_at):
            record = reverse("meeting_agenda:record", args=[meeting.pk])
            tasks.append(task(Duty.MINUTES, "Publish attendance and decisions", known.record_at, record))
    ended_on = day_in_london(meeting.ends_at)
    confirm_by = moment_on(add_working_days(ended_on, CONFIRM_WITHIN_WORKING_DAYS), None)
    confirmed = meeting.status != Status.PLANNED
    tasks.append(
        Task(
            meeting,
            "Record what happened",
            confirm_by,
            State.DONE if confirmed else state_of(None, confirm_by, meeting.ends_at, now),
            f"{CONFIRM_WITHIN_WORKING_DAYS} working days after",
            outcome,
        )
    )
    if known.minutes_at or meeting.ends_at > now - MINUTES_LOOKED_FOR:
        minutes = reverse("meeting_minutes:minutes", args=[meeting.pk, Part.A])
        tasks.append(task(Duty.MINUTES, "Publish draft minutes", known.minutes_at, minutes))
    return tasks


def state_of(done_at: datetime | None, due_at: datetime, warn_at: datetime, now: datetime) -> State:
    """How something stands at a moment."""
    if done_at:
        return State.DONE
    if now > due_at:
        return State.OVERDUE
    return State.DUE if now >= warn_at else State.COMING
