"""Whether enough of a committee were there to decide, counted from who was there from when to when.

The rules, as the NHS's model standing orders (Department of Health, 2006, “Quorum” and “Record of attendance”) have
them; a committee's terms of reference may ask for more, which whoever keeps the record then says with a reason:

- Voting members who are present count, whether in the room or on the line. Those in attendance and those without a
  vote do not.
- A deputy counts where the terms of reference let a deputy vote, which is ticked for each; otherwise not.
- Somebody counts from when they joined until they left. A committee that has too few from then on decides nothing:
  what it says is a recommendation until a quorate meeting, or its board, ratifies it.
- Somebody who may not vote on an item because of a conflict does not count for that item: the count cannot know it,
  so the item's record is corrected by hand, with the reason.
- A joint committee is quorate while it has as many of each organisation as that organisation's line asks for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..models import Attendance

# How many voting members are needed, by the key of the organisation that they must be of; None: of whichever.
Needs = Mapping[int | None, int]


@dataclass(frozen=True)
class Quorum:
    """Whether a committee was quorate at a meeting, and between which moments; None: from the start, to the end."""

    quorate: bool | None
    quorate_from: datetime | None = None
    inquorate_from: datetime | None = None


UNKNOWN = Quorum(None)


def count_at(rows: Sequence[Attendance], moment: datetime) -> int:
    """How many who count were there at a moment."""
    return sum(row.counts and row.is_there_at(moment) for row in rows)


def is_quorate_at(rows: Sequence[Attendance], needs: Needs, moment: datetime) -> bool:
    """Whether there were enough at a moment, of every organisation that must be there."""
    return all(
        count_at([row for row in rows if key is None or row.organisation_id == key], moment) >= number
        for key, number in needs.items()
    )


def quorum_of(rows: Sequence[Attendance], needs: Needs, starts_at: datetime) -> Quorum:
    """The quorum of a committee whose meeting starts at a moment.

    Unknown where nobody said how many it needs, or of nobody whether they were there. When everybody has left, the
    meeting is over: that is not a loss of quorum.
    """
    if not needs or not any(row.kind for row in rows):
        return UNKNOWN
    changes = {moment for row in rows for moment in (row.joined_at, row.left_at) if moment}
    moments = [starts_at, *sorted(moment for moment in changes if moment > starts_at)]
    while len(moments) > 1 and not any(row.is_there_at(moments[-1]) for row in rows):
        moments.pop()
    states = [(moment, is_quorate_at(rows, needs, moment)) for moment in moments]
    quorate = [moment for moment, enough in states if enough]
    if not quorate:
        return Quorum(False)
    lost = [moment for moment, enough in states if not enough and moment > quorate[-1]]
    return Quorum(True, quorate[0] if quorate[0] > starts_at else None, lost[0] if lost else None)
