"""The motion to exclude the public: proposed with its reason before the agenda, voted on by each committee."""

from datetime import timedelta

import time_machine

from meetings.agenda.copying import copy_agenda
from meetings.models import AgendaItem, ExclusionMotion, Sitting
from meetings.notice.duties import Overview
from meetings.records.constituents import benches_of
from meetings.records.motions import propose
from meetings.records.publishing import motion_problems
from tests.factories.agenda import agenda_item
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import make_person

from .conftest import at, send

WORDS = {"wording": "That the public leave.", "reason": "It would name prices."}


def test_an_agenda_with_a_part_b_waits_for_its_motion(met, client, officer):
    item = agenda_item(met.meeting, "Contract", "B", published_at=None, private_reason="Prices.")
    publish, motion = (at(name, met.meeting.pk) for name in ("publish", "motion"))
    refused = client.post(publish, {"reason": "A new item has come."})
    assert refused.status_code == 400
    text = refused.content.decode()
    assert "Write the motion to exclude the public, and its reason" in text
    assert "A new item has come." in text
    assert AgendaItem.objects.get(pk=item.pk).published_at is None
    with time_machine.travel(met.start - timedelta(days=9), tick=False):
        lacking = send(client, motion, wording="That the public leave.")
        assert lacking.status_code == 400
        assert "Say why the public is to leave" in lacking.content.decode()
        assert send(client, motion, **WORDS).status_code == 302
        assert client.post(publish, {"reason": "A new item has come."}).status_code == 302
        client.logout()
        text = client.get(met.meeting.url).content.decode()
    assert "It would name prices." in text
    assert "Contract" not in text


def test_each_committee_votes_by_itself_and_the_public_reads_it_with_the_record(met, client, officer):
    agenda_item(met.meeting, "Contract", "B", private_reason="Prices.")
    votes = {f"vote-{met.hill.pk}-carried": "yes", f"vote-{met.dale.pk}-carried": "no"}
    assert send(client, at("motion", met.meeting.pk), **WORDS, **votes).status_code == 302
    assert Sitting.objects.get(organisation=met.dale).motion_carried is False
    client.logout()
    assert "not carried" not in client.get(met.meeting.url).content.decode()
    Sitting.objects.update(published_at=met.later(60))
    text = " ".join(client.get(met.meeting.url).content.decode().split())
    assert "Dale NHS Trust: <strong>not carried</strong>" in text
    assert "Riverside NHS Foundation Trust: <strong>carried</strong>" in text


def test_a_committee_without_a_quorum_is_not_asked_what_it_made_of_the_motion(met, client, officer):
    agenda_item(met.meeting, "Contract", "B", private_reason="Prices.")
    propose(ExclusionMotion(meeting=met.meeting, **WORDS))
    Sitting.objects.filter(organisation=met.dale).update(quorate=False)
    asked = " ".join(motion_problems(met.meeting, benches_of(met.meeting)))
    assert "Riverside" in asked
    assert "Dale" not in asked
    assert "Not put: there was no quorum" in client.get(at("motion", met.meeting.pk)).content.decode()


def test_a_meeting_that_moves_takes_the_motion_along_but_no_vote(met):
    propose(ExclusionMotion(meeting=met.meeting, **WORDS))
    Sitting.objects.update(motion_carried=True)
    new = MeetingPageFactory(parent=met.tree.committee)
    copy_agenda(met.meeting, new)
    assert new.exclusion_motion.wording == WORDS["wording"]
    assert set(new.sittings.values_list("motion_carried", flat=True)) == {None}


def test_the_desk_asks_for_the_motion_and_then_for_the_record(met, officer):
    agenda_item(met.meeting, "Contract", "B", published_at=None, private_reason="Prices.")

    def words(now, user=officer):
        return {task.words for task in Overview([met.meeting], now, user=user).tasks}

    assert "Write the motion to exclude the public" in words(met.start - timedelta(days=6))
    assert "Write the motion to exclude the public" not in words(
        met.start - timedelta(days=6), make_person("publishers")
    )
    assert "Publish attendance and decisions" in words(met.later(120))
    ExclusionMotion.objects.create(meeting=met.meeting, **WORDS)
    assert "Write the motion to exclude the public" not in words(met.start - timedelta(days=6))


def test_who_holds_no_grant_learns_of_a_part_b_when_the_public_does(met, client):
    agenda_item(met.meeting, "Contract", "B", published_at=None, private_reason="Prices.")
    client.force_login(make_person("publishers"))
    assert client.get(at("motion", met.meeting.pk)).status_code == 302
    assert at("motion", met.meeting.pk) not in client.get(at("record", met.meeting.pk)).content.decode()
    AgendaItem.objects.update(published_at=met.start)
    assert client.get(at("motion", met.meeting.pk)).status_code == 200
