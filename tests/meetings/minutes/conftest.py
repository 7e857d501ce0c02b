"""A meeting that was held, with an agenda in both parts, and what its minutes say."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from tests.factories.agenda import agenda_item
from tests.factories.minutes import write_minutes
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person

HELD_AT = datetime(2023, 9, 27, 8, 0, tzinfo=UTC)
LATER_AT = datetime(2023, 11, 29, 9, 0, tzinfo=UTC)


@pytest.fixture
def held(tree):
    """A held meeting, with a later one of the same committee; what is written about it is not published."""
    s = SimpleNamespace(tree=tree)
    s.meeting = MeetingPageFactory(parent=tree.committee, title="Autumn meeting", held=True)
    s.later = MeetingPageFactory(parent=tree.committee, title="Winter meeting", held=True, starts_at=LATER_AT)
    s.quality = agenda_item(s.meeting, "Quality report", minutes=10)
    s.figures = agenda_item(s.meeting, "Figures of the quarter", parent=s.quality)
    s.tender = agenda_item(s.meeting, "Marmalade contract", "B", private_reason="It names prices.")
    s.minutes = write_minutes(
        s.meeting,
        opening="<p>The chair opened the meeting.</p>",
        closing="<p>It closed at 10am.</p>",
        items={s.quality: "<p>The report was noted by all.</p>", s.figures: "<p>There were 21 visits.</p>"},
    )
    s.private = write_minutes(s.meeting, "B", items={s.tender: "<p>Marmalade costs nine pounds.</p>"})
    return s


@pytest.fixture
def officer(tree, client):
    """The committee's governance officer, signed in."""
    person = make_person("governance_officers", tree.committee)
    client.force_login(person)
    return person
