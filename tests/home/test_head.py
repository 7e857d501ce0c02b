"""What the head of a page tells machines, and how it looks where it is shared."""

import json
import re
from datetime import UTC, datetime

import pytest

from documents.models import CustomDocument, PublicationFile
from meetings.models import MeetingPage
from partnership.content.structured_data import json_ld, thing
from partnership.home.models import StandardPage
from tests.factories.pages import MeetingPageFactory, PublicationPageFactory
from tests.factories.records import DocumentFactory

HOST = "http://127.0.0.1:8000"


def things(client, path) -> dict:
    """The things that a page tells of in JSON-LD, by their type."""
    html = client.get(path).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    data = json.loads(found[1])
    assert data["@context"] == "https://schema.org"
    return {one["@type"]: one for one in data.get("@graph", [data])}


def shared(client, path) -> dict:
    """How a page looks where it is shared, by Open Graph's names."""
    html = client.get(path).content.decode()
    return dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', html))


def test_nothing_said_ends_the_script():
    said = json_ld([thing("Event", name="</script><script>alert(1)</script>\u2028&amp;<!--")])
    assert not re.search(r"[<>&\u2028]", said)
    assert json.loads(said)["name"].startswith("</script>")


def test_every_page_below_the_first_tells_the_way_down(client, tree):
    ways = things(client, tree.meeting.url)["BreadcrumbList"]["itemListElement"]
    assert [(way["position"], way["name"]) for way in ways] == [
        (1, "Home"),
        (2, "Meetings"),
        (3, "Board"),
        (4, "Board meeting"),
    ]
    assert ways[-1]["item"] == f"{HOST}{tree.meeting.url}"


def test_a_page_can_be_shared(client, home):
    page = home.add_child(
        instance=StandardPage(title='About "us"', slug="about", summary="Who we are & what for.")
    )
    assert shared(client, page.url) == {
        "title": "About &quot;us&quot;",
        "description": "Who we are &amp; what for.",
        "type": "article",
        "url": f"{HOST}/about/",
        "site_name": "South London Mental Health and Community Partnership",
        "locale": "en_GB",
    }
    assert shared(client, "/")["type"] == "website"


class EventTests:
    def test_a_meeting_is_an_event_until_its_public_part_ends(self, client, tree):
        meeting = MeetingPageFactory(
            parent=tree.committee,
            slug="open",
            venue="Trinity House\n1 Example Road",
            private_starts_at=datetime(2090, 9, 27, 8, 30, tzinfo=UTC),
        )
        event = things(client, meeting.url)["Event"]
        assert event["eventStatus"] == "https://schema.org/EventScheduled"
        assert event["startDate"] == "2090-09-27T09:00+01:00"
        assert event["endDate"] == "2090-09-27T09:30+01:00"
        place, online = event["location"]
        assert place == {
            "@type": "Place",
            "name": "Trinity House",
            "address": "Trinity House, 1 Example Road",
        }
        assert online == {"@type": "VirtualLocation", "url": f"{HOST}{meeting.url}join/"}
        assert event["organizer"] == {
            "@type": "Organization",
            "name": "Board",
            "url": f"{HOST}{tree.committee.url}",
        }
        assert "meet.example" not in json.dumps(event)

    def test_the_way_in_is_told_only_while_the_gate_is_open(self, client, tree):
        meeting = MeetingPageFactory(parent=tree.committee, slug="open", join_from=None)
        assert "location" not in things(client, meeting.url)["Event"]

    @pytest.mark.parametrize(
        ("status", "said"), [("cancelled", "EventCancelled"), ("postponed", "EventPostponed")]
    )
    def test_what_is_off_says_so(self, client, tree, status, said):
        MeetingPage.objects.filter(pk=tree.meeting.pk).update(status=status)
        event = things(client, tree.meeting.url)["Event"]
        assert event["eventStatus"] == f"https://schema.org/{said}"

    def test_what_moved_has_both_dates_on_both_pages(self, client, tree):
        new = MeetingPageFactory(parent=tree.committee, slug="new")
        MeetingPage.objects.filter(pk=tree.meeting.pk).update(status="moved", successor=new)
        for page in (tree.meeting, new):
            event = things(client, page.url)["Event"]
            assert event["eventStatus"] == "https://schema.org/EventRescheduled"
            assert event["previousStartDate"] == "2023-09-27T09:00+01:00"
            assert event["startDate"] == "2090-09-27T09:00+01:00"


def test_an_organisation_is_told_with_its_code(client, tree):
    body = things(client, f"{tree.partners.url}{tree.trust.slug}/")["GovernmentOrganization"]
    assert body["name"] == "Riverside NHS Foundation Trust"
    assert body["identifier"] == {"@type": "PropertyValue", "propertyID": "ODS", "value": "RX1"}


def test_a_publication_is_a_report_with_the_files_that_its_page_offers(client, tree):
    page = PublicationPageFactory(parent=tree.publications, title="Findings", organisation=tree.trust)
    kept = DocumentFactory(title="Kept")
    PublicationFile.objects.create(publication=page, document=kept)
    held = DocumentFactory(title="Held back")
    CustomDocument.objects.filter(pk=held.pk).update(open_warnings=1)
    PublicationFile.objects.create(publication=page, document=held)
    report = things(client, page.url)["Report"]
    assert report["datePublished"] == "2021-05"
    assert report["publisher"]["name"] == tree.trust.name
    assert [file["contentUrl"] for file in report["encoding"]] == [f"{HOST}{kept.url}"]
    page.state, page.withdrawn_reason = "withdrawn", "Wrong."
    page.save()
    withdrawn = things(client, page.url)["Report"]
    assert withdrawn["creativeWorkStatus"] == "Withdrawn"
    assert "encoding" not in withdrawn
