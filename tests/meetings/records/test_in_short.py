"""What was decided on an item, in a few words."""

import pytest

from meetings.models import ItemRecord
from meetings.records.in_short import Said, in_short


def row(whose, decision, **more):
    record = ItemRecord(decision=decision, **more)
    record.whose = whose
    return record


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row("", "agreed")], [Said("Agreed", [])]),
        ([row("North", "agreed"), row("South", "agreed")], [Said("Agreed by all", [])]),
        (
            [row("North", "agreed"), row("South", "noted")],
            [Said("Agreed", ["North"]), Said("Noted", ["South"])],
        ),
        (
            [row("North", "agreed"), row("South", "agreed"), row("West", "", applies=False)],
            [Said("Agreed", ["North", "South"])],
        ),
        ([row("North", "")], []),
    ],
)
def test_the_same_decisions_stand_together(rows, said):
    assert in_short(rows) == said
