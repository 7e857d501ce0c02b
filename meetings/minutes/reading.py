"""What there is to read and to watch after a meeting, as far as a reader may know it."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Case, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from partnership.content.visibility import Audience

from ..models.agenda import Part
from ..models.minutes import Minutes, MinutesEdition
from ..models.recordings import Recording
from .watching import mark

# What follows the meeting's own address.
MINUTES_SLUG, PRIVATE_SLUG, RECORDING_SLUG = "minutes", "minutes-part-b", "recording"
PARTS = {MINUTES_SLUG: Part.A, PRIVATE_SLUG: Part.B}
AFTER_THE_MEETING = frozenset({*PARTS, RECORDING_SLUG})
SLUGS = {part: slug for slug, part in PARTS.items()}


@dataclass
class AfterMeeting:
    """The minutes of a meeting, the minutes that it approved, and its recording."""

    minutes: Minutes | None = None
    private_minutes: Minutes | None = None
    approved_here: list[Minutes] = field(default_factory=list)
    recording: Recording | None = None

    def __bool__(self):
        return bool(self.minutes or self.private_minutes or self.approved_here or self.recording)

    @property
    def stage(self) -> str:
        """How far the minutes of the public part are."""
        return self.minutes.stage if self.minutes else ""

    @property
    def is_private(self) -> bool:
        """Whether it holds what only the committee may read."""
        return any(minutes.is_private for minutes in (self.private_minutes, *self.approved_here) if minutes)


def after_meeting(meeting, with_part_b: bool, audience: Audience, agenda=None) -> AfterMeeting:
    """What a reader has of the minutes and the recording of a meeting, in two queries.

    The lines of an `agenda` are told from where on one can watch them.
    """
    after = AfterMeeting()
    # Before it begins there is nothing of it to write up, to watch or to approve.
    if not meeting.pk or (meeting.starts_at and audience.now < meeting.starts_at):
        return after
    found = Minutes.objects.published() if with_part_b else Minutes.objects.public()
    found = found.filter(Q(meeting=meeting.pk) | Q(approved_at_meeting=meeting.pk))
    for minutes in with_meetings(found):
        if minutes.meeting_id == meeting.pk:
            name = "minutes" if minutes.part == Part.A else "private_minutes"
            setattr(after, name, minutes)
        elif audience.may_see(minutes.meeting):
            after.approved_here.append(minutes)
        if minutes.approved_at_meeting and not audience.may_see(minutes.approved_at_meeting):
            minutes.approved_at_meeting = None
    after.recording = recording_of(meeting, audience.now)
    if after.recording and agenda:
        mark(agenda, after.recording)
    return after


def with_meetings(minutes):
    """The same minutes, with the meetings that they name, and without their text."""
    return (
        minutes.select_related("meeting", "approved_at_meeting")
        .defer("opening", "closing", "meeting__body", "approved_at_meeting__body")
        .order_by("meeting__starts_at", "part")
    )


def recording_of(meeting, now: datetime) -> Recording | None:
    """The recording that the public has of a meeting: only once its public part is over."""
    if meeting.public_ends_at is None or now < meeting.public_ends_at or meeting.is_off:
        return None
    documents = ("file", "captions", "transcript_document__reading__version")
    return Recording.objects.published().filter(meeting=meeting.pk).select_related(*documents).first()


def readable_editions(minutes: Minutes) -> list[MinutesEdition]:
    """The editions that readers have had and that were not taken back, oldest first."""
    found = minutes.editions.filter(hidden_at=None)
    return list(found.select_related("document__reading__version"))


def stage_of_meetings() -> Coalesce:
    """How far the public minutes of each meeting of a query are; "" where there are none."""
    of_meeting = Minutes.objects.public().filter(meeting=OuterRef("pk"), part=Part.A)
    stage = Case(
        When(approved_published_at__isnull=False, then=Value("Approved minutes")),
        default=Value("Draft minutes"),
    )
    return Coalesce(Subquery(of_meeting.annotate(stage=stage).values("stage")[:1]), Value(""))
