"""Which committees sit at a meeting: one for each organisation where they meet in common, else one."""

from dataclasses import dataclass, field

from ..models import Attendance, CommitteeMember, CommitteePage, MeetingPage, Membership, Sitting
from ..notice.counting import day_in_london
from .quorum import Needs, Quorum, quorum_of


@dataclass
class Bench:
    """One committee at a meeting, as the record is written: its sitting, what it needs, and who of it was there."""

    sitting: Sitting
    needs: Needs
    # Whether everybody at the meeting is of it, or those of its organisation only.
    takes_all: bool
    attendance: list[Attendance] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What its fields are named by in a form."""
        return str(self.sitting.organisation_id or 0)

    def counted(self, starts_at) -> Quorum:
        """Its quorum by the count."""
        return quorum_of(self.attendance, self.needs, starts_at)


def benches_of(meeting: MeetingPage) -> list[Bench]:
    """The committees at a meeting with their sittings, kept or to be kept, and everybody who is on record."""
    committee = CommitteePage.objects.defer("body").get(pk=meeting.get_parent().pk)
    lines = list(
        CommitteeMember.objects.filter(committee=committee)
        .select_related("organisation")
        .prefetch_related("organisation__former_names")
    )
    kept = {sitting.organisation_id: sitting for sitting in meeting.sittings.select_related("motion")}
    rows = list(attendance_of(meeting))
    benches = [
        bench_of(kept.get(line.organisation_id), sitting_of(meeting, [line]), needs_of([line]), takes_all)
        for line, takes_all in decide_apart(committee, lines)
    ]
    if not benches:
        benches = [bench_of(kept.get(None), sitting_of(meeting, lines, committee), needs_of(lines), True)]
    for bench in benches:
        own = bench.sitting.organisation_id
        bench.attendance = [row for row in rows if bench.takes_all or row.organisation_id == own]
    return sorted(benches, key=lambda bench: bench.sitting.organisation_name)


def bench_of(kept: Sitting | None, new: Sitting, needs: Needs, takes_all: bool) -> Bench:
    """A committee with its sitting; how many it needs follows the committee's page until the record is published."""
    if kept is None:
        return Bench(new, needs, takes_all)
    if kept.published_at is None:
        kept.quorum_number = new.quorum_number or kept.quorum_number
    # What was needed then is kept, whatever the committee's page says now.
    if kept.quorum_number and set(needs) <= {None}:
        needs = {None: kept.quorum_number}
    return Bench(kept, needs, takes_all)


def decide_apart(committee: CommitteePage, lines: list[CommitteeMember]):
    """The organisations whose committees decide each for itself, and whether one of them is the only one there."""
    if committee.kind == CommitteePage.Kind.IN_COMMON:
        return [(line, False) for line in lines]
    alone = committee.kind in (CommitteePage.Kind.BOARD, CommitteePage.Kind.COMMITTEE) and len(lines) == 1
    return [(lines[0], True)] if alone else []


def needs_of(lines: list[CommitteeMember]) -> Needs:
    """How many voting members are needed, of whom: of one organisation of whichever, of several of each."""
    known = {line.organisation_id: line.quorum_number for line in lines if line.quorum_number}
    return {None: next(iter(known.values()))} if known and len(lines) == 1 else known


def sitting_of(
    meeting: MeetingPage, lines: list[CommitteeMember], committee: CommitteePage | None = None
) -> Sitting:
    """A sitting that is not kept yet: of the one organisation of `lines`, or of a committee that decides as one."""
    sitting = Sitting(meeting=meeting)
    sitting.quorum_number = sum(line.quorum_number or 0 for line in lines) or None
    if committee is not None:
        sitting.committee_name = committee.title[:200]
        return sitting
    line = lines[0]
    sitting.organisation = line.organisation
    sitting.organisation_name = line.organisation.name_on(day_in_london(meeting.starts_at))
    sitting.committee_name = line.name
    return sitting


def attendance_of(meeting: MeetingPage):
    """Everybody who is on record as having been at a meeting, or not."""
    return Attendance.objects.filter(meeting=meeting.pk).in_order()


def members_on_the_day(meeting: MeetingPage) -> list[Membership]:
    """The committee's members on the day of a meeting."""
    day = day_in_london(meeting.starts_at)
    return list(Membership.objects.filter(committee=meeting.get_parent().pk).on(day).in_order())
