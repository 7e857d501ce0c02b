"""Where the home page and plain pages live, and what they need before the public sees them."""

from datetime import date

import pytest
from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase

from documents.models import PublicationIndexPage
from meetings.models import MeetingsIndexPage
from partnership.home.models import HomePage, StandardPage
from programmes.models import OurWorkIndexPage, PartnersPage, PeoplePage
from tests.factories.pages import HomePageFactory, StandardPageFactory


class HomePageTests(WagtailPageTestCase):
    def test_lives_at_the_top_only(self):
        self.assertAllowedParentPageTypes(HomePage, {Page})

    def test_holds_one_index_of_each_section_and_plain_pages(self):
        self.assertAllowedSubpageTypes(
            HomePage,
            {
                StandardPage,
                OurWorkIndexPage,
                PeoplePage,
                PartnersPage,
                MeetingsIndexPage,
                PublicationIndexPage,
            },
        )


class StandardPageTests(WagtailPageTestCase):
    def test_lives_below_the_home_page_and_other_plain_pages(self):
        self.assertAllowedParentPageTypes(StandardPage, {HomePage, StandardPage})

    def test_holds_plain_pages_people_and_partners(self):
        self.assertAllowedSubpageTypes(StandardPage, {StandardPage, PeoplePage, PartnersPage})


def test_a_site_has_one_home_page(home):
    assert not HomePage.can_create_at(Page.objects.get(depth=1))
    assert HomePage.objects.count() == 1
    # A second partnership needs a root of its own.
    HomePageFactory(parent=Page.objects.get(depth=1), slug="another")


def test_what_an_editor_wrote_is_shown(home, client):
    page = StandardPageFactory(title="Careers", summary="Work with us.")
    text = client.get(page.get_url()).content.decode()
    assert "Work with us." in text
    assert "What the page says at length." in text


def test_invented_pages_say_so_and_ask_search_engines_to_stay_away(home, client):
    text = client.get(StandardPageFactory(demonstration=True).get_url()).content.decode()
    assert "emonstration only" in text
    assert '<meta name="robots" content="noindex' in text
    true = client.get(StandardPageFactory().get_url()).content.decode()
    assert "emonstration only" not in true
    assert '<meta name="robots"' not in true


@pytest.mark.parametrize(
    ("last", "following", "problem"),
    [
        (date(2024, 1, 1), date(2025, 1, 1), False),
        (date(2024, 1, 1), date(2024, 1, 1), True),
        (date(2024, 1, 1), date(2023, 1, 1), True),
        (date(2024, 1, 1), None, False),
        (None, date(2023, 1, 1), False),
    ],
)
def test_the_next_review_comes_after_the_last(last, following, problem):
    page = StandardPage(title="About", last_reviewed_on=last, next_review_on=following)
    assert bool(page.publishing_problems({})) is problem


def test_pages_read_in_order_lead_to_the_next_public_one(home, client):
    guide = StandardPageFactory(title="Guide", in_sequence=True)
    first = StandardPageFactory(parent=guide, title="First step")
    StandardPageFactory(parent=guide, title="Hidden step", draft=True)
    StandardPageFactory(parent=guide, title="Private step", private=True)
    third = StandardPageFactory(parent=guide, title="Third step")
    text = client.get(first.get_url()).content.decode()
    assert f'href="{third.get_url()}"' in text
    assert "Hidden step" not in text
    assert "Private step" not in text
    assert f'href="{first.get_url()}"' in client.get(third.get_url()).content.decode()
