"""The screens on which actions and chair's actions are kept."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from meetings.models import Action, ChairsAction, MeetingPage
from meetings.running import move
from partnership.alerts.models import Event
from tests.factories.admin_forms import form_values
from tests.factories.agenda import agenda_item
from tests.factories.decisions import action, chairs_action
from tests.factories.people import make_person

INDEX = reverse("meeting_actions:index")
CHAIRS = reverse("meeting_actions:chairs")


@pytest.fixture
def officer(tree, client):
    person = make_person("governance_officers", tree.committee)
    client.force_login(person)
    return person


@pytest.fixture
def coming(tree):
    """A meeting of the committee that is still to come."""
    starts_at = timezone.now() + timedelta(days=30)
    return tree.committee.add_child(
        instance=MeetingPage(
            title="Coming meeting",
            slug="coming",
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=1),
        )
    )


def add_url(meeting):
    return f"{reverse('meeting_actions:add')}?meeting={meeting.pk}"


def fill(client, url, **typed):
    """Fill in a screen and send it."""
    return client.post(url, {**form_values(client.get(url)), **typed})


def test_an_action_is_added_from_its_meeting_with_its_first_report(tree, client, officer):
    item = agenda_item(tree.meeting, "Budget")
    run = client.get(reverse("run_meeting", args=[tree.meeting.pk])).content.decode()
    assert add_url(tree.meeting) in run
    typed = {
        "text": "Publish it",
        "owner": "Director of Finance",
        "item": str(item.pk),
        "due_on": "2026-03-01",
    }
    assert fill(client, add_url(tree.meeting), **typed).status_code == 302
    made = Action.objects.get()
    assert (made.committee_id, made.item, made.due_by) == (tree.committee.pk, item, date(2026, 3, 1))
    line = made.history.get()
    assert (line.status, line.reported_by) == ("open", officer)
    assert "Publish it" in client.get(INDEX).content.decode()


def test_asks_from_which_meeting(tree, client, officer):
    answer = client.get(reverse("meeting_actions:add"), follow=True)
    assert f"?meeting={tree.meeting.pk}" in answer.content.decode()


def test_says_what_is_missing_and_keeps_what_was_typed(tree, client, officer):
    answer = fill(client, add_url(tree.meeting), text="Publish it", owner="")
    assert answer.status_code == 200
    assert form_values(answer)["text"] == "Publish it"
    assert not Action.objects.exists()


def test_a_report_is_one_line_of_history_and_leads_back(tree, client, officer):
    made = action(tree.meeting)
    url = reverse("meeting_actions:report", args=[made.pk])
    back = f"{INDEX}?status=outstanding#action-{made.pk}"
    answer = client.post(url, {"status": "in_progress", "status_note": "Begun.", "next": back})
    assert answer.url == back
    assert [line.status for line in made.history.all()] == ["in_progress", "open"]
    same = client.post(url, {"status": "in_progress", "status_note": "Begun."})
    assert "Nothing is different" in same.content.decode()
    away = client.post(url, {"status": "done", "next": "https://elsewhere.example/"})
    assert away.url == INDEX
    assert made.history.count() == 3


def test_whoever_drops_an_action_says_why(tree, client, officer):
    made = action(tree.meeting)
    answer = client.post(reverse("meeting_actions:report", args=[made.pk]), {"status": "dropped"})
    assert "Say in public why it is dropped." in answer.content.decode()
    assert made.history.count() == 1


def test_what_the_public_read_is_changed_with_a_note_and_its_history_says_so(tree, client, officer):
    made = action(tree.meeting, due_on=date(2026, 3, 1))
    url = reverse("meeting_actions:edit", args=[made.pk])
    answer = fill(client, url, due_on="2026-05-01", owner="Chief nurse")
    assert "Say in a sentence what has changed." in answer.content.decode()
    assert fill(client, url, due_on="2026-05-01", owner="Chief nurse", note="More time.").status_code == 302
    line = made.history.first()
    assert line.note == "More time."
    assert line.changed == "Before, it was with Director of Nursing. Before, it was due 1 March 2026."


def test_overdue_comes_first_and_what_has_ended_last(tree, client, officer):
    action(tree.meeting, "Ended", status="done", due_on=date(2020, 1, 1))
    action(tree.meeting, "No day")
    action(tree.meeting, "Later", due_on=date(2090, 1, 1))
    action(tree.meeting, "Overdue thing", due_on=date(2024, 1, 1))
    said = client.get(INDEX).content.decode()
    order = [said.index(f">{name}</a>") for name in ("Overdue thing", "Later", "No day", "Ended")]
    assert order == sorted(order)
    narrowed = client.get(INDEX, {"status": "overdue", "words": "thing"}).content.decode()
    assert "Overdue thing" in narrowed
    assert "No day" not in narrowed
    assert "Overdue thing" in client.get(reverse("meetings_due")).content.decode()


def test_other_committees_actions_are_not_theirs(tree, client, officer):
    theirs = tree.other_committee.add_child(
        instance=MeetingPage(
            title="Finance", slug="m", starts_at=tree.meeting.starts_at, ends_at=tree.meeting.ends_at
        )
    )
    made = action(theirs, "Not yours")
    row = chairs_action(tree.other_committee, "Not yours either")
    assert "Not yours" not in client.get(INDEX).content.decode() + client.get(CHAIRS).content.decode()
    for name, key in (("edit", made.pk), ("report", made.pk), ("edit_chairs", row.pk)):
        assert client.get(reverse(f"meeting_actions:{name}", args=[key])).status_code == 404
    assert client.get(add_url(theirs)).status_code in (302, 403)


def test_editors_have_no_such_screen(tree, client):
    client.force_login(make_person("document_officers"))
    assert client.get(INDEX).status_code == 302


def test_what_follows_from_part_b_is_private_and_exists_for_grant_holders_only(tree, client, officer):
    item = agenda_item(tree.meeting, "Secret", "B", private_reason="People.")
    typed = {"text": "Quiet thing", "owner": "Somebody", "item": str(item.pk)}
    assert fill(client, add_url(tree.meeting), **typed).status_code == 302
    made = Action.objects.get()
    assert made.in_private
    assert "Quiet thing" in client.get(INDEX).content.decode()
    client.force_login(make_person("publishers"))
    assert "Quiet thing" not in client.get(INDEX).content.decode()
    assert client.get(reverse("meeting_actions:edit", args=[made.pk])).status_code == 404
    assert (
        client.post(reverse("meeting_actions:report", args=[made.pk]), {"status": "done"}).status_code == 404
    )


def test_the_list_costs_as_much_with_many(tree, client, officer):
    action(tree.meeting)
    client.get(INDEX)
    with CaptureQueriesContext(connection) as few:
        client.get(INDEX)
    for _ in range(40):
        action(tree.meeting, organisation=tree.trust)
    with CaptureQueriesContext(connection) as many:
        client.get(INDEX)
    assert len(many) == len(few)


class ChairsActionTests:
    ADD = reverse("meeting_actions:add_chairs")

    def test_a_draft_needs_no_more_than_what_was_decided(self, tree, client, officer, coming):
        assert fill(client, self.ADD, decided="Sign the lease").status_code == 302
        row = ChairsAction.objects.get()
        assert row.published_at is None
        assert row.reported_to == coming
        assert not Event.objects.exists()

    def test_publishing_asks_for_what_the_public_needs(self, tree, client, officer):
        url = self.ADD
        answer = client.post(
            url, {**form_values(client.get(url)), "decided": "Sign it", "action-publish": "1"}
        )
        assert "Say under which power it was taken." in answer.content.decode()
        assert not ChairsAction.objects.exists()

    def test_is_published_told_once_and_stays_as_it_was(self, tree, client, officer, coming):
        row = chairs_action(tree.committee, published_at=None, reported_to=coming)
        url = reverse("meeting_actions:edit_chairs", args=[row.pk])
        fill(client, url, **{"action-publish": "1"})
        row.refresh_from_db()
        assert row.is_public
        assert Event.objects.get().subject == f"Chair’s action: {tree.committee.title}"
        fill(client, url, decided="Something else", note="The lease is for two years.")
        row.refresh_from_db()
        assert row.decided == "Sign the lease"
        assert row.notes.get().note == "The lease is for two years."
        assert Event.objects.count() == 1
        said = client.get(coming.url).content.decode()
        assert "Chair’s action to note" in said
        assert "Sign the lease" in said

    def test_a_private_one_is_told_to_nobody(self, tree, client, officer):
        row = chairs_action(tree.committee, published_at=None)
        url = reverse("meeting_actions:edit_chairs", args=[row.pk])
        fill(client, url, is_private="on", **{"action-publish": "1"})
        assert not Event.objects.exists()
        client.force_login(make_person("publishers"))
        assert "Sign the lease" not in client.get(CHAIRS).content.decode()

    def test_stays_on_the_desk_until_its_meeting_has_heard_of_it(self, tree, client, officer, coming):
        row = chairs_action(tree.committee, reported_to=coming)
        due, reported = reverse("meetings_due"), reverse("meeting_actions:reported", args=[row.pk])
        client.post(reported)
        assert "Sign the lease" in client.get(due).content.decode()
        ChairsAction.objects.update(reported_to=tree.meeting)
        client.post(reported)
        assert "Sign the lease" not in client.get(due).content.decode()

    def test_goes_along_where_its_meeting_moves(self, tree, officer, coming):
        row = chairs_action(tree.committee, reported_to=coming)
        coming.save_revision().publish()
        new = move(
            coming,
            user=officer,
            starts_at=coming.starts_at + timedelta(days=7),
            ends_at=coming.ends_at + timedelta(days=7),
            reason="Too few could come.",
        )
        row.refresh_from_db()
        assert row.reported_to_id == new.pk

    def test_a_draft_can_be_deleted_and_nothing_else(self, tree, client, officer):
        draft, public = chairs_action(tree.committee, published_at=None), chairs_action(tree.committee)
        for row in (draft, public):
            client.post(reverse("meeting_actions:delete_chairs", args=[row.pk]))
        assert list(ChairsAction.objects.all()) == [public]
