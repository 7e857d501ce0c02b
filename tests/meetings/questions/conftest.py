"""A meeting to come for which questions are taken, and its officer."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.utils import timezone

from meetings.models import Question
from tests.factories.agenda import agenda_item
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person

# A Wednesday: questions close three clear working days before, at noon on the Thursday.
MEETING_AT = datetime(2027, 2, 17, 9, tzinfo=UTC)
CLOSES_AT = datetime(2027, 2, 11, 12, tzinfo=UTC)
OPEN_AT = datetime(2027, 2, 8, 10, tzinfo=UTC)
FORM = {
    "wording": "How many people wait for more than a year?",
    "publish": "yes",
    "naming": "show",
    "name": "Sam Asker",
    "organisation": "Friends of the river",
    "email": "asker@example.org",
    "form_key": "3f2c8a8e-8a54-4b8e-9a54-0c2c4f8a8e3f",
}


@pytest.fixture
def clock():
    """The clock, stopped while questions are taken."""
    with time_machine.travel(OPEN_AT, tick=False) as clock:
        yield clock


@pytest.fixture
def asking(tree, clock):
    """The meeting with an open and a private item."""
    meeting = MeetingPageFactory(parent=tree.committee, title="Spring meeting", starts_at=MEETING_AT)
    return SimpleNamespace(
        tree=tree,
        clock=clock,
        meeting=meeting,
        item=agenda_item(meeting, "Waiting times"),
        private_item=agenda_item(meeting, "Marmalade contract", "B", private_reason="It names prices."),
    )


@pytest.fixture
def ask(client, asking, django_capture_on_commit_callbacks):
    """Send the form, and let the background do its work."""

    def ask(**changed):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(f"/questions/{asking.meeting.pk}/", {**FORM, **changed})

    return ask


@pytest.fixture
def question(asking):
    """A question as it was asked a day ago."""
    return Question.objects.create(
        meeting=asking.meeting,
        asked_at=timezone.now() - timedelta(days=1),
        wording=FORM["wording"],
        public_wording=FORM["wording"],
        name=FORM["name"],
        email=FORM["email"],
        may_publish=True,
    )


@pytest.fixture
def officer(asking, client):
    """The committee's governance officer, signed in."""
    person = make_person("governance_officers", asking.tree.committee)
    client.force_login(person)
    return person
