"""The record of a meeting as somebody reads it: who was there, and each decision beside its item."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from partnership.content.visibility import Audience

from ..agenda.reading import Agenda, Line, flat
from ..models.attendance import Attendance
from ..models.records import ItemRecord
from ..models.sittings import ExclusionMotion, Sitting
from .in_short import Said, in_short


@dataclass
class Bench:
    """One committee at a meeting, as the public reads of it."""

    sitting: Sitting
    # From which item on it was not quorate, as the agenda numbers it; "" where that is not how it is known.
    inquorate_from_number: str = ""
    members: list[Attendance] = field(default_factory=list)
    others: list[Attendance] = field(default_factory=list)
    apologies: list[Attendance] = field(default_factory=list)

    def seat(self, row: Attendance) -> None:
        """Put somebody on the list where they belong."""
        if row.kind in (Attendance.Kind.APOLOGIES, Attendance.Kind.ABSENT):
            self.apologies.append(row)
        else:
            (self.others if row.kind == Attendance.Kind.IN_ATTENDANCE else self.members).append(row)


@dataclass
class MeetingRecord:
    """Who was at a meeting, by committee, and what the motion to exclude the public was and came to."""

    benches: list[Bench] = field(default_factory=list)
    # Those in attendance who are of no organisation of the committee.
    others: list[Attendance] = field(default_factory=list)
    motion: ExclusionMotion | None = None
    votes: list[Sitting] = field(default_factory=list)
    # The items on which something was decided, in the order of the agenda, each with its decisions in short.
    decided: list[tuple[Line, list[Said]]] = field(default_factory=list)


def read_record(meeting, agenda: Agenda, audience: Audience) -> MeetingRecord:
    """The published record of a meeting, its decisions put beside the items of the agenda that their reader may read.

    One query where there is no record, else three.
    """
    sittings = list(
        Sitting.objects.filter(meeting=meeting.pk).select_related("motion", "organisation").in_order()
    )
    record = MeetingRecord(motion=next((sitting.motion for sitting in sittings if sitting.motion), None))
    published = [sitting for sitting in sittings if sitting.published_at]
    if not published:
        return record
    lines = {line.item.pk: line for line in flat(agenda.part_a + agenda.part_b)}
    record.votes = [sitting for sitting in published if sitting.motion_carried is not None]
    numbers = {key: line.number for key, line in lines.items()}
    record.benches = [
        Bench(sitting, numbers.get(sitting.inquorate_from_item_id, "")) for sitting in published
    ]
    seat_all(record, Attendance.objects.filter(meeting=meeting.pk).published().in_order())
    readable = {key: line for key, line in lines.items() if not line.is_stub}
    place_decisions(readable, published, audience)
    record.decided = [(line, said) for line in readable.values() if (said := in_short(line.records))]
    return record


def seat_all(record: MeetingRecord, attendance: Iterable[Attendance]) -> None:
    """Put everybody below the committee that they were of."""
    by_organisation = {bench.sitting.organisation_id: bench for bench in record.benches}
    alone = record.benches[0] if len(record.benches) == 1 else None
    for row in attendance:
        bench = alone or by_organisation.get(row.organisation_id)
        if not row.kind:
            continue
        if bench is None:
            record.others.append(row)
        else:
            bench.seat(row)


def place_decisions(lines: dict, sittings: list[Sitting], audience: Audience) -> None:
    """Put each published decision beside its item, in the order of the committees."""
    names = {sitting.organisation_id: sitting.called for sitting in sittings}
    order = {key: place for place, key in enumerate(names)}
    found = ItemRecord.objects.filter(item__in=list(lines)).published().select_related("ratified_by_meeting")
    for row in sorted(found, key=lambda row: order.get(row.organisation_id, len(order))):
        # Whose it is need not be said where one committee decides for all.
        row.whose = names.get(row.organisation_id, "") if row.organisation_id else ""
        row.ratifying_meeting = seen_by(audience, row.ratified_by_meeting)
        if row.decision or row.decision_text or row.conflicts or not row.applies:
            lines[row.item_id].records.append(row)


def seen_by(audience: Audience, meeting):
    """A meeting, where the audience may open its page; else None."""
    return meeting if meeting is not None and audience.may_see(meeting) else None
