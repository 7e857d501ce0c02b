"""What lies below a meeting's address, and what leads to it, is no more open than the meeting."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from meetings.joining.leading_on import WAYS_IN
from meetings.minutes.publishing import publish
from meetings.models import CommitteeMember, Sitting
from tests.factories.agenda import PUBLISHED_AT, agenda_item
from tests.factories.decisions import decision
from tests.factories.minutes import write_minutes
from tests.factories.pages import MeetingPageFactory


@pytest.mark.parametrize("way", WAYS_IN)
@pytest.mark.parametrize("closed", ["meeting", "committee"])
def test_no_way_in_gets_past_a_page_that_privacy_closes(tree, client, way, closed):
    meeting = MeetingPageFactory(parent=tree.committee)
    page = {"meeting": meeting, "committee": tree.committee}[closed]
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    answer = client.get(f"{meeting.url}{way}/")
    assert answer.status_code in (302, 404)
    assert "meet.example" not in answer.get("Location", "") + answer.content.decode()


@pytest.mark.parametrize("closed", ["meeting", "committee"])
def test_nothing_of_a_meeting_is_told_past_a_page_that_privacy_closes(tree, client, closed):
    """Minutes, questions, calendars, feeds and decisions have addresses of their own; each asks by itself."""
    meeting = MeetingPageFactory(parent=tree.committee, title="Marmalade meeting")
    item = agenda_item(meeting, "Marmalade contract")
    publish(write_minutes(meeting, "A", {item: "<p>Marmalade was bought.</p>"}), None, meeting.ends_at)
    CommitteeMember.objects.create(committee=tree.committee, organisation=tree.trust)
    Sitting.objects.create(meeting=meeting, organisation=tree.trust, published_at=PUBLISHED_AT)
    decision(item, tree.trust, decision_text="Marmalade agreed")
    extract = f"{tree.committee.url}decisions/{tree.trust.slug}/"
    below = [f"{meeting.url}{way}/" for way in ("minutes", "minutes/edition-1", "ask", "recording")]
    beside = [
        extract,
        f"{extract}csv/",
        reverse("calendar"),
        reverse("calendar_of_committee", args=[tree.committee.pk]),
        reverse("calendar_of_meeting", args=[meeting.translation_key]),
        "/meetings/",
        "/meetings/calendar/2090/09/",
        "/feeds/meetings/",
        f"/feeds/committee/{tree.committee.pk}/",
        "/sitemap-pages.xml",
    ]

    def telling() -> set[str]:
        said = {url: client.get(url).content.decode() for url in (*below, *beside)}
        return {url for url, words in said.items() if "armalade" in words}

    assert {
        below[0],
        below[2],
        extract,
        f"{extract}csv/",
        reverse("calendar"),
        "/feeds/meetings/",
    } <= telling()
    page = {"meeting": meeting, "committee": tree.committee}[closed]
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert telling() == set()
    assert {client.get(url).status_code for url in below} <= {302, 404}
