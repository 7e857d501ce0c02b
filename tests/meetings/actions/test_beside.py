"""What meetings, programmes, recommendations and the search show of actions."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from meetings.models import MeetingPage
from partnership.content.visibility import Audience
from partnership.search.indexing import rebuild
from tests.factories.agenda import agenda_item
from tests.factories.decisions import action, chairs_action, decision
from tests.factories.people import make_person


def words(client, url) -> str:
    """The text of an address, in one line."""
    return " ".join(client.get(url).content.decode().split())


def test_a_meeting_lists_its_actions_and_a_coming_one_what_is_open(client, tree, register):
    starts_at = timezone.now() + timedelta(days=30)
    coming = tree.committee.add_child(
        instance=MeetingPage(
            title="Coming", slug="coming", starts_at=starts_at, ends_at=starts_at + timedelta(hours=1)
        )
    )
    action(tree.meeting, "Open thing", item=agenda_item(tree.meeting, "Budget"))
    action(tree.meeting, "Done thing", status="done")
    said = words(client, tree.meeting.url)
    assert "Actions from this meeting" in said
    assert "Open thing" in said
    assert "Done thing" in said
    arising = words(client, coming.url)
    assert "open from earlier meetings" in arising
    assert "Open thing" in arising
    assert "Done thing" not in arising


def test_members_read_what_is_private_on_their_meeting_and_nobody_else(client, tree):
    item = agenda_item(tree.meeting, "Secret", "B", private_reason="People.")
    action(tree.meeting, "Quiet thing", item=item, in_private=True)
    chairs_action(tree.committee, "Quiet decision", is_private=True, reported_to=tree.meeting)
    said = words(client, tree.meeting.url)
    assert "Quiet" not in said
    client.force_login(make_person("committee_members", tree.committee))
    answer = client.get(tree.meeting.url)
    assert "Quiet thing" in answer.content.decode()
    assert "Quiet decision" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_a_programme_shows_what_was_decided_about_it(client, tree, register):
    item = agenda_item(tree.meeting, "Nursing plan", area_of_work=tree.programme)
    decision(item, tree.trust)
    action(tree.meeting, "Write it down", item=item)
    said = words(client, tree.programme.url)
    assert f'href="{tree.meeting.url}#item-1"' in said
    assert "Write it down" in said
    assert f"{register.url}?programme=nursing" in said
    assert client.get(f"{register.url}actions/?programme=nursing").status_code == 200


def test_a_recommendation_shows_what_committees_do_about_it(client, tree):
    recommendation = tree.publication.recommendations.create(label="1", text="Write it down.")
    made = action(tree.meeting, "Write the plan", answers=[recommendation])
    action(tree.meeting, "Quiet thing", answers=[recommendation], in_private=True)
    said = words(client, tree.publication.url)
    assert f'href="{tree.meeting.url}#action-{made.pk}"' in said
    assert "Write the plan" in said
    assert "Quiet thing" not in said


def test_the_search_finds_what_is_public(client, tree, register):
    action(tree.meeting, "Buy the aardvark")
    action(tree.meeting, "Sell the aardvark", in_private=True)
    chairs_action(tree.committee, "Feed the aardvark")
    chairs_action(tree.committee, "Hide the aardvark", is_private=True)
    rebuild(Audience())
    said = words(client, "/search/?q=aardvark")
    assert "Buy the" in said
    assert "Feed the" in said
    assert "Sell the" not in said
    assert "Hide the" not in said


def test_a_meeting_with_actions_is_kept(tree):
    action(tree.meeting)
    with pytest.raises(PermissionDenied):
        tree.meeting.delete()


def test_the_ways_to_the_register(client, tree, register):
    assert f'href="{register.url}"' in words(client, tree.meetings.url)
    assert f'href="{register.url}?committee=board"' in words(client, tree.committee.url)
