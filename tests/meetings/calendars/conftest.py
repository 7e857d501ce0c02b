"""Meetings as people run them, and calendars as other programmes read them."""

import pytest
import vobject
from django.urls import reverse
from django.utils import timezone

from meetings.models import MeetingPage
from tests.factories.pages import MeetingPageFactory


@pytest.fixture
def published(tree):
    """A meeting of the board that was published as editors publish."""
    meeting = MeetingPageFactory(
        parent=tree.committee, title="Board; its plans, and more", slug="planned", live=False
    )
    meeting.save_revision().publish()
    return MeetingPage.objects.get(pk=meeting.pk)


@pytest.fixture
def republish():
    """Change facts of a meeting and publish it anew."""

    def change(meeting, **facts):
        page = MeetingPage.objects.get(pk=meeting.pk)
        for name, value in facts.items():
            setattr(page, name, value)
        page.save_revision().publish()
        return MeetingPage.objects.get(pk=meeting.pk)

    return change


@pytest.fixture
def events(client):
    """The events of a calendar by their title, as another library reads them."""

    def read(path=None):
        response = client.get(path or reverse("calendar"))
        assert response.status_code == 200
        calendar = vobject.readOne(response.content.decode())
        return {event.summary.value: event for event in getattr(calendar, "vevent_list", [])}

    return read


@pytest.fixture
def now():
    return timezone.now()
