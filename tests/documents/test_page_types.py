"""Where publications live, and what they need before the public sees them."""

from datetime import date

import pytest
from wagtail.test.utils import WagtailPageTestCase

from documents.models import (
    DisclosureLogPage,
    DisclosurePage,
    PublicationFile,
    PublicationIndexPage,
    PublicationPage,
    PublicationSchemePage,
    RecommendationIndexPage,
)
from partnership.home.models import HomePage
from tests.factories.pages import ProgrammePageFactory, PublicationIndexPageFactory, PublicationPageFactory
from tests.factories.records import OrganisationFactory


class PublicationIndexPageTests(WagtailPageTestCase):
    def test_lives_below_the_home_page_only(self):
        self.assertAllowedParentPageTypes(PublicationIndexPage, {HomePage})

    def test_holds_publications_and_their_lists(self):
        self.assertAllowedSubpageTypes(
            PublicationIndexPage,
            {PublicationPage, PublicationSchemePage, RecommendationIndexPage, DisclosureLogPage},
        )


class PublicationSchemePageTests(WagtailPageTestCase):
    def test_lives_in_the_list_of_publications_only(self):
        self.assertAllowedParentPageTypes(PublicationSchemePage, {PublicationIndexPage})

    def test_holds_nothing(self):
        self.assertAllowedSubpageTypes(PublicationSchemePage, {})


class DisclosureLogPageTests(WagtailPageTestCase):
    def test_lives_in_the_list_of_publications_only(self):
        self.assertAllowedParentPageTypes(DisclosureLogPage, {PublicationIndexPage})

    def test_holds_answers_only(self):
        self.assertAllowedSubpageTypes(DisclosureLogPage, {DisclosurePage})


class DisclosurePageTests(WagtailPageTestCase):
    def test_lives_in_the_log_only(self):
        self.assertAllowedParentPageTypes(DisclosurePage, {DisclosureLogPage})

    def test_holds_nothing(self):
        self.assertAllowedSubpageTypes(DisclosurePage, {})


class RecommendationIndexPageTests(WagtailPageTestCase):
    def test_lives_in_the_list_of_publications_only(self):
        self.assertAllowedParentPageTypes(RecommendationIndexPage, {PublicationIndexPage})

    def test_holds_nothing(self):
        self.assertAllowedSubpageTypes(RecommendationIndexPage, {})


class PublicationPageTests(WagtailPageTestCase):
    def test_lives_in_the_list_of_publications_only(self):
        self.assertAllowedParentPageTypes(PublicationPage, {PublicationIndexPage})

    def test_holds_nothing(self):
        self.assertAllowedSubpageTypes(PublicationPage, {})


def test_there_is_one_list_of_publications(home):
    PublicationIndexPageFactory()
    assert not PublicationIndexPage.can_create_at(home)


A_FILE = {"files": [PublicationFile(title="Findings", link_url="https://elsewhere.example/")]}


@pytest.mark.parametrize(
    ("state", "facts", "rows", "problems"),
    [
        ({}, {}, {}, set()),
        ({}, {"organisation": None}, {}, {"organisation"}),
        ({}, {"body": []}, {}, {"body"}),
        ({}, {"body": []}, A_FILE, set()),
        ({"awaited": True}, {}, {}, set()),
        ({"awaited": True}, {"expected_basis": ""}, {}, {"expected_basis"}),
        ({"awaited": True}, {}, A_FILE, set()),
        ({}, {}, {"files": [PublicationFile()]}, {"files"}),
        ({}, {}, {"files": [PublicationFile(link_url="https://elsewhere.example/")]}, {"files"}),
        ({}, {"covers_until": date(2021, 3, 1)}, {}, {"covers_from"}),
        ({}, {"covers_from": date(2021, 3, 2), "covers_until": date(2021, 3, 1)}, {}, {"covers_until"}),
    ],
)
def test_what_a_publication_needs_before_it_is_published(home, state, facts, rows, problems):
    publication = PublicationPageFactory(**state)
    for name, value in facts.items():
        setattr(publication, name, value)
    assert set(publication.publishing_problems(rows)) == problems


def test_a_publication_lists_a_file_for_each_organisation(home, client):
    trusts = [OrganisationFactory(name="Riverside Trust"), OrganisationFactory(name="Hillside Trust")]
    publication = PublicationPageFactory(files=trusts)
    text = client.get(publication.get_url()).content.decode()
    for file in publication.files.all():
        assert file.document.url in text
    assert "Riverside Trust" in text
    assert "Hillside Trust" in text
    assert '<time datetime="2021-05">May 2021</time>' in text


def test_an_awaited_publication_is_listed_before_it_is_here(home, client):
    publication = PublicationPageFactory(awaited=True, title="National response")
    for address in ("/publications/", publication.get_url()):
        text = client.get(address).content.decode()
        assert "National response" in text
        assert "Awaited" in text
        assert "No date has been given" in text


def test_nothing_related_is_named_that_is_not_public(home, client):
    publication = PublicationPageFactory()
    programme = ProgrammePageFactory(title="Open programme")
    for hidden in (
        ProgrammePageFactory(title="Draft programme", draft=True),
        ProgrammePageFactory(title="Private programme", private=True),
    ):
        publication.areas_of_work.add(hidden)
    publication.areas_of_work.add(programme)
    publication.related_publications.add(PublicationPageFactory(title="Expired response", expired=True))
    publication.save()
    text = client.get(publication.get_url()).content.decode()
    assert "Open programme" in text
    for hidden in ("Draft programme", "Private programme", "Expired response"):
        assert hidden not in text
    PublicationPageFactory(title="Draft review", draft=True).areas_of_work.add(programme)
    text = client.get(programme.get_url()).content.decode()
    assert publication.title in text
    assert "Draft review" not in text
