"""Where committees and meetings live, and what they need before the public sees them."""

from datetime import timedelta

import pytest
from wagtail.test.utils import WagtailPageTestCase

from meetings.models import CommitteePage, DecisionsRegisterPage, MeetingPage, MeetingsIndexPage
from partnership.home.models import HomePage
from tests.factories.pages import CommitteePageFactory, MeetingPageFactory, MeetingsIndexPageFactory
from tests.factories.records import OrganisationFactory


class MeetingsIndexPageTests(WagtailPageTestCase):
    def test_lives_below_the_home_page_only(self):
        self.assertAllowedParentPageTypes(MeetingsIndexPage, {HomePage})

    def test_holds_committees_and_the_register_of_what_they_decided(self):
        self.assertAllowedSubpageTypes(MeetingsIndexPage, {CommitteePage, DecisionsRegisterPage})


class CommitteePageTests(WagtailPageTestCase):
    def test_lives_below_the_meetings_only(self):
        self.assertAllowedParentPageTypes(CommitteePage, {MeetingsIndexPage})

    def test_holds_its_meetings_only(self):
        self.assertAllowedSubpageTypes(CommitteePage, {MeetingPage})


class MeetingPageTests(WagtailPageTestCase):
    def test_lives_only_under_a_committee(self):
        self.assertAllowedParentPageTypes(MeetingPage, {CommitteePage})

    def test_holds_nothing(self):
        self.assertAllowedSubpageTypes(MeetingPage, {})


class DecisionsRegisterPageTests(WagtailPageTestCase):
    def test_lives_below_the_meetings_only(self):
        self.assertAllowedParentPageTypes(DecisionsRegisterPage, {MeetingsIndexPage})

    def test_holds_nothing(self):
        self.assertAllowedSubpageTypes(DecisionsRegisterPage, {})


def test_there_is_one_list_of_meetings(home):
    MeetingsIndexPageFactory()
    assert not MeetingsIndexPage.can_create_at(home)


@pytest.mark.parametrize(
    ("facts", "problems"),
    [
        ({}, set()),
        ({"starts_at": None, "ends_at": None}, {"starts_at", "ends_at"}),
        ({"status": "cancelled"}, {"status_reason"}),
        ({"status": "cancelled", "status_reason": "Too few could come."}, set()),
    ],
)
def test_what_a_meeting_needs_before_it_is_published(home, facts, problems):
    meeting = MeetingPageFactory()
    for name, value in facts.items():
        setattr(meeting, name, value)
    assert set(meeting.publishing_problems({})) == problems


@pytest.mark.parametrize("minutes", [0, -30])
def test_a_meeting_ends_after_it_starts(home, minutes):
    meeting = MeetingPageFactory()
    meeting.ends_at = meeting.starts_at + timedelta(minutes=minutes)
    assert "ends_at" in meeting.publishing_problems({})


@pytest.mark.parametrize(
    ("state", "said", "joinable"),
    [
        ({}, "Planned", True),
        ({"in_progress": True}, "In progress", True),
        ({"over": True}, "Awaiting confirmation", False),
        ({"held": True}, "Held", False),
        ({"cancelled": True}, "Cancelled", False),
    ],
    ids=str,
)
def test_a_meeting_says_where_it_stands_and_how_to_join_while_one_can(home, client, state, said, joinable):
    meeting = MeetingPageFactory(**state)
    text = client.get(meeting.get_url()).content.decode()
    assert said in text
    assert (f'href="{meeting.join_address}"' in text) is joinable
    assert "meet.example" not in text


def test_a_committee_lists_its_meetings_and_none_that_is_not_public(home, client):
    committee = CommitteePageFactory(members=[OrganisationFactory(name="Riverside Trust")])
    MeetingPageFactory(parent=committee, title="Coming meeting", papers=["Agenda"])
    MeetingPageFactory(parent=committee, title="Earlier meeting", held=True)
    MeetingPageFactory(parent=committee, title="Draft meeting", draft=True)
    MeetingPageFactory(parent=committee, title="Private meeting", private=True)
    MeetingPageFactory(title="Meeting of others", parent=CommitteePageFactory())
    text = client.get(committee.get_url()).content.decode()
    assert text.index("Coming meeting") < text.index("Earlier meeting")
    assert "Riverside Trust" in text
    for hidden in ("Draft meeting", "Private meeting", "Meeting of others"):
        assert hidden not in text


def test_the_meetings_of_a_private_committee_are_named_nowhere(home, client):
    MeetingPageFactory(title="Zebra meeting", parent=CommitteePageFactory(title="Zebra group", private=True))
    for address in ("/", "/meetings/", "/search/?q=zebra", "/sitemap-pages.xml"):
        text = client.get(address).content.decode()
        assert "Zebra meeting" not in text
        assert "Zebra group" not in text
