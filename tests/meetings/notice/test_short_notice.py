"""A meeting announced later than its rule asks for says in public why, before it is published."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from meetings import running
from meetings.models import CommitteeRule, MeetingPage
from partnership.content.readiness import NotReadyToPublishError
from tests.factories.admin_forms import errors_shown, form_values
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person

NOW = datetime(2027, 2, 8, 10, tzinfo=UTC)
ASKED = "This meeting is called at short notice: its rule is 3 clear days before. Say in public why."


@pytest.fixture(autouse=True)
def clock():
    """The clock, stopped on a Monday."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def officer(tree, client):
    """The committee's governance officer, signed in."""
    person = make_person("governance_officers", tree.committee)
    client.force_login(person)
    return person


def draft(tree, days: int, **facts) -> MeetingPage:
    """A draft of a meeting so many days ahead."""
    return MeetingPageFactory(
        parent=tree.committee, starts_at=NOW + timedelta(days=days), live=False, **facts
    )


def test_a_new_meeting_is_asked_beside_the_field_and_a_draft_is_saved_without(tree, client, officer):
    url = reverse("wagtailadmin_pages:add", args=["meetings", "meetingpage", tree.committee.pk])
    typed = {"title": "Soon", "starts_at": "10/02/2027 09:00", "ends_at": "10/02/2027 10:00"}
    values = {**form_values(client.get(url)), **typed}
    refused = client.post(url, {**values, "action-publish": "1"})
    assert ASKED in " ".join(errors_shown(refused))
    assert form_values(refused)["title"] == "Soon"
    assert client.post(url, values).status_code == 302
    assert not MeetingPage.objects.get(title="Soon").live


def test_no_other_way_of_publishing_leads_round_it(tree):
    with pytest.raises(NotReadyToPublishError):
        draft(tree, 2).save_revision().publish()
    draft(tree, 4).save_revision().publish()


def test_the_reason_is_shown(tree, client):
    meeting = draft(tree, 2, short_notice_reason="A contract ends.")
    meeting.save_revision().publish()
    assert "Called at short notice: A contract ends." in client.get(meeting.url).content.decode()


def test_the_committees_own_rule_decides(tree):
    CommitteeRule.objects.create(committee=tree.committee, duty="notice", days=10, counting="clear")
    with pytest.raises(NotReadyToPublishError):
        draft(tree, 4).save_revision().publish()


def test_what_was_announced_in_time_can_be_changed_until_it_begins(tree, clock):
    meeting = draft(tree, 4)
    meeting.save_revision().publish()
    clock.shift(timedelta(days=3))
    meeting = MeetingPage.objects.get(pk=meeting.pk)
    meeting.venue = "Another room"
    meeting.save_revision().publish()
    # Another day is announced only now.
    a_day = timedelta(days=1)
    meeting.starts_at, meeting.ends_at = meeting.starts_at + a_day, meeting.ends_at + a_day
    with pytest.raises(NotReadyToPublishError):
        meeting.save_revision().publish()


def test_a_meeting_that_moves_to_a_day_close_by_says_why_it_moved(tree, officer):
    meeting = draft(tree, 20)
    meeting.save_revision().publish()
    meeting = MeetingPage.objects.get(pk=meeting.pk)
    starts_at = NOW + timedelta(days=2)
    new = running.move(meeting, starts_at, starts_at + timedelta(hours=1), "The hall is flooded.", officer)
    assert new.live
    assert new.short_notice_reason == "The hall is flooded."


def test_what_is_over_is_written_up_without(tree):
    draft(tree, -20).save_revision().publish()
