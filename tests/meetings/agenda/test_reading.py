"""What the public, the committee and others read of an agenda, and which files they may open."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from documents.takedown import take_down
from meetings.agenda.publishing import register
from meetings.agenda.reading import flat, read_agenda
from partnership.accounts.grants import revoke
from tests.factories.agenda import agenda_item, agenda_paper
from tests.factories.pages import MeetingPageFactory
from tests.factories.people import NOW, make_person
from tests.factories.records import DocumentFactory

SECRET = "Marmalade"


def test_the_public_reads_part_a_and_an_honest_stub_of_part_b(client, agenda):
    answer = client.get(agenda.meeting.get_url())
    text = answer.content.decode()
    assert "Quality report" in text
    assert agenda.open_paper.document.url in text
    assert "It names prices." in text
    assert "Private item" in text
    assert SECRET not in text
    assert "no-store" not in answer.get("Cache-Control", "")


@pytest.mark.parametrize("role", ["committee_members", "governance_officers"])
def test_the_committee_reads_part_b_which_no_cache_keeps(client, agenda, role):
    client.force_login(make_person(role, agenda.tree.committee))
    answer = client.get(agenda.meeting.get_url())
    assert "Marmalade contract" in answer.content.decode()
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    served = client.get(agenda.private_document.url)
    assert served.status_code == 200
    assert served["Cache-Control"] == "private, no-store"


def test_a_membership_that_ended_ends_it_at_the_next_request(client, agenda):
    member = make_person("committee_members", agenda.tree.committee)
    client.force_login(member)
    assert client.get(agenda.private_document.url).status_code == 200
    revoke(member, "committee_members", agenda.tree.committee, None, NOW)
    assert client.get(agenda.private_document.url).status_code == 404
    assert SECRET not in client.get(agenda.meeting.get_url()).content.decode()


def test_members_get_no_private_paper_before_it_is_put_before_them(client, agenda):
    agenda.private_paper.published_at = None
    agenda.private_paper.save()
    client.force_login(make_person("committee_members", agenda.tree.committee))
    assert client.get(agenda.private_document.url).status_code == 404
    assert "Marmalade tender" not in client.get(agenda.meeting.get_url()).content.decode()
    client.force_login(make_person("governance_officers", agenda.tree.committee))
    assert client.get(agenda.private_document.url).status_code == 200


def test_a_file_is_public_while_a_published_paper_of_a_public_page_shows_it(client, agenda):
    document = agenda.open_paper.document
    assert client.get(document.url).status_code == 200
    agenda.meeting.unpublish()
    assert client.get(document.url).status_code == 404


def test_an_unpublished_paper_or_item_is_not_there_yet(client, tree):
    meeting = MeetingPageFactory(parent=tree.committee)
    waiting = DocumentFactory(title="Waiting")
    agenda_paper(agenda_item(meeting, "Shown"), waiting, published_at=None)
    agenda_item(meeting, "Hidden item", published_at=None)
    text = client.get(meeting.get_url()).content.decode()
    assert "Shown" in text
    assert "Waiting" not in text
    assert "Hidden item" not in text
    assert client.get(waiting.url).status_code == 404


def test_numbers_and_times_follow_from_the_order_and_the_minutes(tree):
    meeting = MeetingPageFactory(parent=tree.committee, starts_at=datetime(2026, 10, 24, 23, 30, tzinfo=UTC))
    agenda_item(meeting, "First", minutes=90)
    second = agenda_item(meeting, "Second")
    agenda_item(meeting, "Below", parent=second, minutes=60)
    agenda_item(meeting, "Beside", parent=second, minutes=5)
    agenda_item(meeting, "Third")
    agenda_item(meeting, "Closed", "B")
    lines = flat((read := read_agenda(meeting, with_part_b=False)).part_a + read.part_b)
    told = [(line.number, line.starts_at - meeting.starts_at if line.starts_at else None) for line in lines]
    # Clocks go back at 2am of this night: an hour and a half after half past midnight it is 1am again.
    assert told == [
        ("1", timedelta(0)),
        ("2", timedelta(minutes=90)),
        ("2.1", timedelta(minutes=90)),
        ("2.2", timedelta(minutes=150)),
        ("3", timedelta(minutes=155)),
        ("B1", None),
    ]


def test_forty_items_and_sixty_papers_cost_at_most_25_queries(client, tree, django_assert_max_num_queries):
    meeting = MeetingPageFactory(parent=tree.committee)
    for number in range(40):
        item = agenda_item(
            meeting, f"Item {number}", "B" if number > 35 else "A", area_of_work=tree.programme
        )
        for copy in range(2 if number < 20 else 1):
            agenda_paper(item, DocumentFactory(title=f"Paper {number}.{copy}", is_private=number > 35))
    client.get(meeting.get_url())
    with django_assert_max_num_queries(25):
        client.get(meeting.get_url())
    client.force_login(make_person("committee_members", tree.committee))
    client.get(meeting.get_url())
    with django_assert_max_num_queries(25):
        assert "Paper 39.0" in client.get(meeting.get_url()).content.decode()


def test_a_paper_that_was_taken_down_says_so_in_its_place(client, agenda):
    document = agenda.open_paper.document
    register([document.pk], timezone.now())
    take_down(document, make_person("administrators"), "It named a person.", timezone.now())
    text = client.get(agenda.meeting.get_url()).content.decode()
    assert "It named a person." in text
    assert document.url not in text
