"""What the public reads of a meeting’s record: on its page, in each extract, as a table, by the search."""

import csv
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from meetings.models import Attendance, CommitteePage, ItemRecord, Sitting
from meetings.records.publishing import publish_record
from partnership.content.visibility import Audience
from partnership.search.finding import find
from partnership.search.indexing import rebuild
from tests.factories.agenda import agenda_item
from tests.factories.pages import MeetingPageFactory


@pytest.fixture
def recorded(met):
    """The record of the meeting, published: Dale stopped being quorate before the second item."""
    for name, member in met.members.items():
        Attendance.objects.create(
            meeting=met.meeting,
            membership=member,
            organisation=member.organisation,
            name=f"{name} Example",
            kind="present",
            votes=True,
            left_at=met.later(15) if name == "Di" else None,
        )
    for trust in (met.hill, met.dale):
        is_dale = trust == met.dale
        Sitting.objects.create(
            meeting=met.meeting,
            organisation=trust,
            organisation_name=trust.name,
            quorate=True,
            quorum_number=2,
            inquorate_from=met.later(15) if is_dale else None,
        )
        ItemRecord.objects.create(
            item=met.second,
            organisation=trust,
            quorate=not is_dale,
            decision="recommended" if is_dale else "agreed",
            decision_text="=Kumquat plan",
            conflicts="Cy: shares",
            conflicts_managed="Left the room",
            reference="BC/1",
        )
    publish_record(met.meeting, True, met.later(120))
    return met


def text_of(client, url) -> str:
    return " ".join(client.get(url).content.decode().split())


def test_the_page_tells_who_was_there_and_what_each_trust_decided(recorded, client):
    text = text_of(client, recorded.meeting.url)
    assert "It stopped being quorate at 9.15am." in text
    assert "<strong>Di Example</strong>, until 9.15am" in text
    assert "a recommendation subject to ratification" in text
    assert "Left the room" in text
    assert "Its own minutes: BC/1" in text
    assert "Members of the committee on that day" not in text
    ItemRecord.objects.filter(organisation=recorded.dale).update(
        ratified_on="2023-10-04", ratified_note="the trust’s board"
    )
    text = text_of(client, recorded.meeting.url)
    assert "ratified on 4 October 2023</strong> by the trust’s board" in text
    assert "subject to ratification" not in text


def test_a_ratifying_meeting_that_is_no_longer_public_is_not_named(recorded, client):
    other = MeetingPageFactory(parent=recorded.tree.committee, title="Secret gathering", held=True)
    ItemRecord.objects.filter(organisation=recorded.dale).update(
        ratified_on="2023-10-04", ratified_by_meeting=other
    )
    assert "Secret gathering" in text_of(client, recorded.meeting.url)
    other.unpublish()
    for url in (recorded.meeting.url, f"{recorded.tree.committee.url}decisions/dale/"):
        assert "Secret gathering" not in text_of(client, url)


def test_drafts_and_private_items_are_nobodys_to_read(recorded, client):
    private = agenda_item(recorded.meeting, "Contract", "B", private_reason="Prices.")
    for item, text in ((private, "Marmalade"), (recorded.first, "Draft words")):
        ItemRecord.objects.create(item=item, organisation=recorded.dale, decision="noted", decision_text=text)
    ItemRecord.objects.filter(item=private).update(published_at=recorded.later(120))
    base = f"{recorded.tree.committee.url}decisions/dale/"
    for url in (recorded.meeting.url, base, f"{base}csv/"):
        text = text_of(client, url)
        assert "Kumquat" in text
        assert "Marmalade" not in text
        assert "Draft words" not in text
    private.released_at = recorded.later(200)
    private.save()
    assert "Marmalade" in text_of(client, base)


def test_each_trust_has_its_extract_by_year_and_as_a_table(recorded, client):
    base = f"{recorded.tree.committee.url}decisions/dale/"
    text = text_of(client, base)
    assert text.count("Plan for the year") == 1
    assert f"{recorded.meeting.url}#item-2" in text
    assert client.get(f"{base}?year=2023").status_code == 200
    for nothing in ("?year=1999", "?year=x"):
        assert client.get(base + nothing).status_code == 404
    assert client.get(base.replace("dale", "nobody")).status_code == 404
    answer = client.get(f"{base}csv/")
    heading, row, _licence = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    line = dict(zip(heading, row, strict=True))
    assert line["Standing"] == "Subject to ratification"
    # It could run as a formula.
    assert line["In words"] == "'=Kumquat plan"
    assert line["Quorate"] == "No"
    for page in (recorded.tree.committee.url, f"{recorded.tree.partners.url}dale/"):
        assert f'href="{base}"' in client.get(page).content.decode()


def test_the_extracts_of_a_committee_that_is_not_public_are_gone(recorded, client):
    base = f"{recorded.tree.committee.url}decisions/dale/"
    PageViewRestriction.objects.create(page=recorded.tree.committee, restriction_type="login")
    assert client.get(base).status_code in (302, 404)
    PageViewRestriction.objects.all().delete()
    recorded.tree.committee.unpublish()
    for url in (base, f"{base}csv/"):
        assert client.get(url).status_code == 404


def test_what_a_joint_committee_decides_is_in_every_extract(recorded, client):
    CommitteePage.objects.filter(pk=recorded.tree.committee.pk).update(kind="joint")
    ItemRecord.objects.create(
        item=recorded.first, decision="agreed", decision_text="For all", published_at=recorded.later(120)
    )
    for slug in ("dale", recorded.hill.slug):
        assert "For all" in text_of(client, f"{recorded.tree.committee.url}decisions/{slug}/")


def test_a_decision_is_found_by_itself_and_leads_to_its_item(recorded):
    rebuild(Audience())

    def addresses():
        return [hit.url for hit in find("kumquat", Audience(), {})[:10]]

    assert f"{recorded.meeting.url}#item-2" in addresses()
    recorded.meeting.unpublish()
    assert addresses() == []


def test_a_long_record_costs_no_more_than_a_short_one(recorded, client):
    def cost(url):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    urls = (recorded.meeting.url, f"{recorded.tree.committee.url}decisions/dale/")
    short = [cost(url) for url in urls]
    for number in range(40):
        item = agenda_item(recorded.meeting, f"Item {number}")
        for trust in (recorded.hill, recorded.dale):
            ItemRecord.objects.create(
                item=item, organisation=trust, decision="noted", published_at=recorded.later(120)
            )
    assert [cost(url) for url in urls] == short
    with_record = short[0]
    Sitting.objects.all().delete()
    assert with_record - cost(urls[0]) <= 1
    assert short[1] <= 20
