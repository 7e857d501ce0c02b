"""Where the pages of our work live, and what they need before the public sees them."""

import pytest
from wagtail.test.utils import WagtailPageTestCase

from partnership.home.models import HomePage, StandardPage
from programmes.models import (
    AreaOfWorkPage,
    OurWorkIndexPage,
    PartnersPage,
    PeoplePage,
    ProgrammePage,
    ProviderCollaborativePage,
    StoryPage,
)
from tests.factories.pages import (
    OurWorkIndexPageFactory,
    PartnersPageFactory,
    PeoplePageFactory,
    ProgrammePageFactory,
    ProviderCollaborativePageFactory,
    StoryPageFactory,
)
from tests.factories.records import OrganisationFactory, PersonFactory, RoleFactory


class OurWorkIndexPageTests(WagtailPageTestCase):
    def test_lives_below_the_home_page_and_below_itself(self):
        self.assertAllowedParentPageTypes(OurWorkIndexPage, {HomePage, OurWorkIndexPage})

    def test_holds_work_stories_and_the_work_of_others(self):
        self.assertAllowedSubpageTypes(
            OurWorkIndexPage, {ProgrammePage, ProviderCollaborativePage, StoryPage, OurWorkIndexPage}
        )


class ProgrammePageTests(WagtailPageTestCase):
    def test_lives_under_our_work_only(self):
        self.assertAllowedParentPageTypes(ProgrammePage, {OurWorkIndexPage})

    def test_holds_stories_only(self):
        self.assertAllowedSubpageTypes(ProgrammePage, {StoryPage})


class ProviderCollaborativePageTests(WagtailPageTestCase):
    def test_lives_under_our_work_only(self):
        self.assertAllowedParentPageTypes(ProviderCollaborativePage, {OurWorkIndexPage})

    def test_holds_stories_only(self):
        self.assertAllowedSubpageTypes(ProviderCollaborativePage, {StoryPage})


class StoryPageTests(WagtailPageTestCase):
    def test_lives_under_our_work_or_the_work_it_is_an_example_of(self):
        self.assertAllowedParentPageTypes(
            StoryPage, {OurWorkIndexPage, ProgrammePage, ProviderCollaborativePage}
        )

    def test_holds_nothing(self):
        self.assertAllowedSubpageTypes(StoryPage, {})


class PeoplePageTests(WagtailPageTestCase):
    def test_lives_below_the_home_page_and_plain_pages(self):
        self.assertAllowedParentPageTypes(PeoplePage, {HomePage, StandardPage})

    def test_holds_nothing(self):
        self.assertAllowedSubpageTypes(PeoplePage, {})


class PartnersPageTests(WagtailPageTestCase):
    def test_lives_below_the_home_page_and_plain_pages(self):
        self.assertAllowedParentPageTypes(PartnersPage, {HomePage, StandardPage})

    def test_holds_nothing(self):
        self.assertAllowedSubpageTypes(PartnersPage, {})


def test_nobody_makes_an_area_of_work_that_is_neither(home):
    assert not AreaOfWorkPage.can_create_at(OurWorkIndexPageFactory())


@pytest.mark.parametrize("factory", [ProgrammePageFactory, ProviderCollaborativePageFactory])
def test_work_that_has_ended_says_when_and_why_before_it_is_published(home, factory):
    for state in ("completed", "decommissioned"):
        page = factory(**{state: True})
        assert page.publishing_problems({}) == {}
        page.ended_on, page.ended_reason = None, ""
        assert set(page.publishing_problems({})) == {"ended_on", "ended_reason"}
    assert factory().publishing_problems({}) == {}


def test_a_decommissioned_programme_is_still_there_with_its_reason(home, client):
    page = ProgrammePageFactory(decommissioned=True, milestones=[2019])
    text = client.get(page.get_url()).content.decode()
    assert "Decommissioned" in text
    assert '<time datetime="2021-03">March 2021</time>' in text
    assert "It was reviewed and ended." in text
    assert "Step of 2019" in text


def test_a_programme_is_never_a_collaborative_and_a_collaborative_always_is(home):
    index = OurWorkIndexPageFactory()
    programme = index.add_child(instance=ProgrammePage(title="One", kind="collaborative"))
    collaborative = index.add_child(instance=ProviderCollaborativePage(title="Two"))
    assert programme.kind == "programme"
    assert collaborative.kind == "collaborative"


def test_a_collaborative_shows_its_lead_provider_and_what_it_commissions(home, client):
    lead, member = OrganisationFactory(), OrganisationFactory(renamed_on=None)
    page = ProviderCollaborativePageFactory(
        organisations={lead: "lead_provider", member: "member"}, services=["Forensic beds"]
    )
    text = client.get(page.get_url()).content.decode()
    for fact in (lead.name, "Lead provider", member.name, "Forensic beds", "NHS and independent providers"):
        assert fact in text
    assert "Adult secure" in text
    assert "3.6 million people" in text


def test_an_organisation_is_called_as_it_was_then(home, client):
    renamed = OrganisationFactory(name="Riverside Trust", renamed_on="2022-01-01")
    then = ProgrammePageFactory(decommissioned=True, organisations={renamed: "partner"})
    now = ProgrammePageFactory(organisations={renamed: "partner"})
    assert "Old Riverside Trust" in client.get(then.get_url()).content.decode()
    assert "Old Riverside Trust" not in client.get(now.get_url()).content.decode()


def test_roles_show_while_they_are_held(home, client):
    page = PeoplePageFactory()
    RoleFactory(person=PersonFactory(name="Holding Now"))
    RoleFactory(ended=True, person=PersonFactory(name="Held Before"))
    RoleFactory(coming=True, person=PersonFactory(name="Holding Soon"))
    text = client.get(page.get_url()).content.decode()
    assert "Holding Now" in text
    assert "Held Before" not in text
    assert "Holding Soon" not in text


def test_an_organisation_shows_nothing_that_is_not_public(home, client):
    partners = PartnersPageFactory()
    trust = OrganisationFactory()
    ProgrammePageFactory(title="Open work", organisations={trust: "partner"})
    ProgrammePageFactory(title="Work in draft", draft=True, organisations={trust: "partner"})
    ProgrammePageFactory(title="Private work", private=True, organisations={trust: "partner"})
    StoryPageFactory(title="Expired story", expired=True, attributed_to=trust)
    text = client.get(f"{partners.get_url()}{trust.slug}/").content.decode()
    assert "Open work" in text
    for hidden in ("Work in draft", "Private work", "Expired story"):
        assert hidden not in text


@pytest.mark.parametrize("state", ["expired", "draft"])
def test_a_page_of_an_organisation_goes_with_the_page_it_hangs_on(home, client, state):
    partners = PartnersPageFactory(**{state: True})
    trust = OrganisationFactory()
    assert client.get(f"{partners.get_url()}{trust.slug}/").status_code == 404


def test_a_page_of_an_organisation_is_as_private_as_the_page_it_hangs_on(home, client):
    partners = PartnersPageFactory(private=True)
    trust = OrganisationFactory()
    response = client.get(f"{partners.get_url()}{trust.slug}/")
    assert response.status_code == 302
    assert "no-store" in response["Cache-Control"]
