"""A governance officer writes down who was there and what each trust decided, and publishes it."""

from datetime import date, timedelta

import pytest
import time_machine

from meetings.models import (
    Attendance,
    CommitteePage,
    DeclaredInterest,
    ItemRecord,
    PublicNotice,
    Sitting,
)
from partnership.alerts.models import Event
from tests.factories.agenda import agenda_item
from tests.factories.people import make_person

from .conftest import at, both, everybody_present, send

CORRECTION = {"correction": "A name was wrong."}


def test_dale_stops_being_quorate_and_can_only_recommend(met, client, officer):
    attendance, decisions = (at(name, met.meeting.pk) for name in ("attendance", "decisions"))
    typed = everybody_present(met, **{f"member-{met.members['Di'].pk}-left": "09:15"})
    assert send(client, attendance, **typed).status_code == 302
    dale, hill = Sitting.objects.in_order()
    assert (dale.quorate, dale.inquorate_from) == (True, met.later(15))
    assert (hill.quorate, hill.inquorate_from) == (True, None)
    assert "stopped being quorate at 9.15am" in client.get(attendance).content.decode()

    agreed = both(met, met.first, decision="agreed") | both(met, met.second, decision="agreed")
    refused = send(client, decisions, **agreed, **both(met, met.second, decision_text="As proposed."))
    assert refused.status_code == 400
    assert "not quorate for this item" in refused.content.decode()
    assert "As proposed." in refused.content.decode()
    assert not ItemRecord.objects.exists()
    agreed[f"{met.second.pk}-{met.dale.pk}-decision"] = "recommended"
    assert send(client, decisions, **agreed).status_code == 302
    assert ItemRecord.objects.get(organisation=met.dale, item=met.first).quorate is True
    recommended = ItemRecord.objects.get(organisation=met.dale, item=met.second)
    assert (recommended.quorate, recommended.awaits_ratification) == (False, True)
    assert ItemRecord.objects.get(organisation=met.hill, item=met.second).quorate is True


def test_the_officer_corrects_the_count_with_a_reason(met, client, officer):
    decisions = at("decisions", met.meeting.pk)
    send(client, at("attendance", met.meeting.pk), **everybody_present(met))
    said = {
        f"{met.first.pk}-{met.dale.pk}-says_quorate": "no",
        f"{met.first.pk}-{met.dale.pk}-decision": "noted",
    }
    refused = send(client, decisions, **said)
    assert refused.status_code == 400
    assert "Say why this differs from the count" in refused.content.decode()
    said[f"{met.first.pk}-{met.dale.pk}-quorate_reason"] = "Cy could not vote on it."
    assert send(client, decisions, **said).status_code == 302
    assert ItemRecord.objects.get().quorate is False


def test_the_item_from_which_there_is_no_quorum_can_be_marked(met, client, officer):
    attendance, mark = at("attendance", met.meeting.pk), f"quorum-{met.dale.pk}"
    typed = everybody_present(met) | {f"{mark}-says": "until", f"{mark}-until_item": str(met.second.pk)}
    assert "Say why. The public reads it." in send(client, attendance, **typed).content.decode()
    assert send(client, attendance, **typed, **{f"{mark}-reason": "The line broke."}).status_code == 302
    recommended = both(met, met.second, decision="agreed") | {
        f"{met.second.pk}-{met.dale.pk}-decision": "recommended"
    }
    assert send(client, at("decisions", met.meeting.pk), **recommended).status_code == 302
    assert ItemRecord.objects.get(organisation=met.dale).quorate is False


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("left", "25:00", "Write the time as 11:20."),
        ("left", "09:00", "before the meeting began"),
        ("joined", "23:30", "was not held at that time"),
        ("kind", "somewhere", "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(met, client, officer, field, value, said):
    typed = everybody_present(met, **{f"member-{met.members['Cy'].pk}-{field}": value})
    answer = send(client, at("attendance", met.meeting.pk), **typed)
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not Attendance.objects.exists()


def test_a_deputy_sits_for_the_member_and_counts_where_ticked(met, client, officer):
    typed = everybody_present(met) | {
        f"member-{met.members['Di'].pk}-kind": "apologies",
        "new-0-name": "Flo Example",
        "new-0-kind": "deputy",
        "new-0-deputy_for": str(met.members["Di"].pk),
        "new-1-name": "Gil Example",
        "new-1-kind": "in_attendance",
    }
    assert send(client, at("attendance", met.meeting.pk), **typed).status_code == 302
    assert Attendance.objects.get(name="Flo Example").organisation == met.dale
    assert Sitting.objects.get(organisation=met.dale).quorate
    deputy = Attendance.objects.get(name="Flo Example")
    without = {f"other-{deputy.pk}-votes": ""}
    send(client, at("attendance", met.meeting.pk), **without)
    assert Sitting.objects.get(organisation=met.dale).quorate is False
    emptied = {f"other-{deputy.pk}-{name}": "" for name in ("name", "kind", "deputy_for", "votes")}
    assert send(client, at("attendance", met.meeting.pk), **emptied).status_code == 302
    assert not Attendance.objects.filter(name="Flo Example").exists()


def test_only_members_of_that_day_are_on_the_list(met, client, officer):
    met.members["Ben"].until = met.start.date() - timedelta(days=1)
    met.members["Ben"].save()
    text = client.get(at("attendance", met.meeting.pk)).content.decode()
    assert "Ada Example" in text
    assert "Ben Example" not in text


def write_all(met, client) -> None:
    """Attendance and every decision, as drafts."""
    send(client, at("attendance", met.meeting.pk), **everybody_present(met))
    send(client, at("decisions", met.meeting.pk), **both(met, met.second, decision="agreed"))


def test_a_draft_may_lack_what_publishing_needs(met, client, officer):
    record = at("record", met.meeting.pk)
    member = met.members["Ada"].pk
    assert (
        send(client, at("attendance", met.meeting.pk), **{f"member-{member}-kind": "present"}).status_code
        == 302
    )
    refused = client.post(record)
    assert refused.status_code == 400
    text = refused.content.decode()
    assert "Say whether these members were there: Ben Example, Cy Example, Di Example." in text
    assert "“Plan for the year” was for decision." in text
    assert not PublicNotice.objects.exists()


def test_publishing_is_noted_told_once_and_corrected_in_public(met, client, officer):
    with time_machine.travel(met.later(60 * 24), tick=False):
        write_all(met, client)
        assert client.post(at("record", met.meeting.pk)).status_code == 302
        assert Event.objects.filter(key=f"meeting-{met.meeting.pk}-record").count() == 1
        url = at("attendance", met.meeting.pk)
        left = {f"member-{met.members['Di'].pk}-left": "09:15"}
        assert send(client, url, **left).status_code == 400
        assert send(client, url, **left, **CORRECTION).status_code == 302
    notices = PublicNotice.objects.filter(kind="record").values_list("reason", flat=True)
    assert list(notices) == ["", "A name was wrong."]
    assert Event.objects.filter(key__contains="record").count() == 1


def test_a_decision_is_looked_at_again_when_the_count_changes_after_it(met, client, officer):
    write_all(met, client)
    send(client, at("attendance", met.meeting.pk), **{f"member-{met.members['Di'].pk}-left": "09:15"})
    refused = client.post(at("record", met.meeting.pk))
    assert refused.status_code == 400
    assert (
        "The quorum of Dale NHS Trust for “Plan for the year” is counted otherwise"
        in refused.content.decode()
    )
    decisions = at("decisions", met.meeting.pk)
    assert send(client, decisions).status_code == 400
    said = {f"{met.second.pk}-{met.dale.pk}-decision": "recommended"}
    assert send(client, decisions, **said).status_code == 302
    assert client.post(at("record", met.meeting.pk)).status_code == 302


def test_a_meeting_to_come_has_no_record(met, client, officer):
    with time_machine.travel(met.start - timedelta(days=3), tick=False):
        write_all(met, client)
        refused = client.post(at("record", met.meeting.pk))
    assert refused.status_code == 400
    assert "has not been held" in refused.content.decode()


def test_a_recommendation_is_ratified_once_it_is_known_by_whom(met, client, officer):
    record = ItemRecord.objects.create(
        item=met.second,
        organisation=met.dale,
        quorate=False,
        decision="recommended",
        published_at=met.later(60),
    )
    url = at("ratify", met.meeting.pk, record.pk)
    assert send(client, url, ratified_on="2023-10-04").status_code == 400
    assert "before the meeting" in send(client, url, ratified_on="2020-01-01").content.decode()
    sent = send(client, url, ratified_on="2023-10-04", ratified_note="the trust’s board")
    assert sent.status_code == 302
    record.refresh_from_db()
    assert (record.ratified_on, record.awaits_ratification) == (date(2023, 10, 4), False)


def test_a_joint_committee_has_one_record(met, client, officer):
    CommitteePage.objects.filter(pk=met.tree.committee.pk).update(kind="joint")
    send(client, at("attendance", met.meeting.pk), **everybody_present(met))
    assert (Sitting.objects.get().organisation, Sitting.objects.get().quorate) == (None, True)
    send(client, at("decisions", met.meeting.pk), **{f"{met.first.pk}-0-decision": "agreed"})
    assert ItemRecord.objects.get().organisation is None


def test_the_register_of_interests_is_at_hand(met, client, officer):
    DeclaredInterest.objects.create(
        membership=met.members["Cy"],
        kind="financial",
        description="Owns shares",
        declared_on=date(2023, 1, 1),
    )
    assert "Owns shares" in client.get(at("decisions", met.meeting.pk)).content.decode()
    typed = {f"{met.first.pk}-{met.dale.pk}-conflicts": "Cy: shares"}
    assert (
        "Say how the conflict was managed"
        in send(client, at("decisions", met.meeting.pk), **typed).content.decode()
    )


def test_whoever_holds_no_grant_records_nothing_of_part_b(met, client):
    private = agenda_item(met.meeting, "Marmalade contract", "B", private_reason="Prices.")
    record = ItemRecord.objects.create(
        item=private, organisation=met.dale, decision="recommended", quorate=False, decision_text="Marmalade"
    )
    client.force_login(make_person("publishers"))
    for name in ("record", "attendance", "decisions"):
        answer = client.get(at(name, met.meeting.pk))
        assert "Marmalade" not in answer.content.decode()
        assert "no-store" in answer["Cache-Control"]
    assert client.get(at("ratify", met.meeting.pk, record.pk)).status_code == 404
    typed = {f"{private.pk}-{met.dale.pk}-decision_text": "Mine"}
    send(client, at("decisions", met.meeting.pk), **typed)
    record.refresh_from_db()
    assert record.decision_text == "Marmalade"
    client.force_login(make_person("editors"))
    assert client.get(at("record", met.meeting.pk)).status_code == 302


def test_the_screen_of_decisions_costs_the_same_for_three_items_and_for_thirty(
    met, client, officer, django_assert_max_num_queries
):
    for number in range(30):
        agenda_item(met.meeting, f"Item {number}")
    client.get(at("decisions", met.meeting.pk))
    with django_assert_max_num_queries(45):
        assert client.get(at("decisions", met.meeting.pk)).status_code == 200
