"""Whether a committee was quorate when it took an item: what is proposed, for whoever keeps the record to correct."""

from collections.abc import Iterable, Sequence

from ..agenda.reading import Line, flat
from ..models import ItemRecord, MeetingPage, Part
from .constituents import Bench
from .quorum import is_quorate_at


def proposed(bench: Bench, lines: Sequence[Line]) -> dict[int, bool | None]:
    """For each item in the order in which the meeting takes them, by its key; None where it is not known.

    An item is taken when the agenda's clock says. From the item that is marked as the first without a quorum, and from
    the time at which the quorum was lost, there is none. Where no clock time is known at all, the sitting decides.
    """
    return {line.item.pk: is_quorate(bench, line, number, lines) for number, line in enumerate(lines)}


def outdated(
    benches: Sequence[Bench], lines: Sequence[Line], records: Iterable[ItemRecord]
) -> list[tuple[Line, Bench]]:
    """Items and committees whose quorum is counted otherwise by now than when the decision was written down.

    What was corrected by hand stays as it is.
    """
    kept = {(record.item_id, record.organisation_id): record for record in records}
    found = []
    for bench in benches:
        proposals = proposed(bench, lines)
        for line in lines:
            record = kept.get((line.item.pk, bench.sitting.organisation_id))
            counts = record is not None and record.applies and not record.quorate_reason
            if counts and record.quorate != proposals[line.item.pk]:
                found.append((line, bench))
    return found


def in_order_taken(lines: list[Line], meeting: MeetingPage) -> list[Line]:
    """Items and sub-items as a meeting takes them: the private part first where it comes first."""
    private, public = meeting.private_starts_at, meeting.public_starts_at
    comes_first = bool(private and public and private < public)
    return list(flat(sorted(lines, key=lambda line: line.item.part == Part.B, reverse=comes_first)))


def is_quorate(bench: Bench, line: Line, number: int, lines: Sequence[Line]) -> bool | None:
    """The same for one item."""
    sitting = bench.sitting
    if not sitting.quorate:
        return sitting.quorate
    marked = [n for n, other in enumerate(lines) if other.item.pk == sitting.inquorate_from_item_id]
    if marked and number >= marked[0]:
        return False
    # An item without a time comes after those before it.
    known = [other.starts_at for other in lines[: number + 1] if other.starts_at]
    if not known:
        return True
    moment = known[-1]
    if sitting.inquorate_from and moment >= sitting.inquorate_from:
        return False
    if sitting.quorate_from and moment < sitting.quorate_from:
        return False
    # Somebody may have left and come back in between; where the count was corrected by hand, that holds.
    return bool(sitting.quorum_reason) or is_quorate_at(bench.attendance, bench.needs, moment)
