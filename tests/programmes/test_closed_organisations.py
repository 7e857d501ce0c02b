"""An organisation that has closed: gone from what is true today, kept in what was true then."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from programmes.models import CommissionedService, Organisation
from tests.factories.pages import (
    CommitteePageFactory,
    PartnersPageFactory,
    ProgrammePageFactory,
    ProviderCollaborativePageFactory,
    PublicationPageFactory,
    StoryPageFactory,
)
from tests.factories.records import OrganisationFactory

LAST_DAY = date(2020, 3, 31)


@pytest.fixture
def partners_url(home) -> str:
    """Where the list of partners is."""
    return PartnersPageFactory().url


@pytest.fixture
def successor(partners_url):
    """The body that took over."""
    return OrganisationFactory(name="New Trust", slug="new", active_from=date(2020, 4, 1))


@pytest.fixture
def closed(successor):
    """A member that closed, with the body that took over."""
    return OrganisationFactory(
        name="Old Trust", slug="old", member=True, active_until=LAST_DAY, successor=successor
    )


def words_of(client, address: str) -> str:
    """The words of a page's main part."""
    main = BeautifulSoup(client.get(address).content, "html.parser").main
    return (
        " ".join(main.get_text(" ").split())
        .replace(" ,", ",")
        .replace(" .", ".")
        .replace(" )", ")")
        .replace("( ", "(")
    )


class HomePageTests:
    def test_names_the_successor_in_place_of_a_member_that_has_closed(self, client, closed):
        words = words_of(client, "/")
        assert "New Trust" in words
        assert "Old Trust" not in words

    def test_leaves_out_a_member_that_closed_without_successor(self, client, closed):
        Organisation.objects.filter(pk=closed.pk).update(successor=None)
        OrganisationFactory(name="Standing Trust", member=True)
        words = words_of(client, "/")
        assert "Standing Trust" in words
        assert "Old Trust" not in words
        assert "New Trust" not in words

    def test_keeps_a_member_to_its_last_day(self, client, closed):
        Organisation.objects.filter(pk=closed.pk).update(active_until=timezone.localdate())
        words = words_of(client, "/")
        assert "Old Trust" in words
        assert "New Trust" not in words

    def test_names_a_successor_once_where_two_members_merged(self, client, closed, successor):
        OrganisationFactory(name="Other Trust", member=True, active_until=LAST_DAY, successor=successor)
        assert words_of(client, "/").count("New Trust") == 1

    def test_follows_a_successor_that_was_succeeded(self, client, closed, successor):
        successor.active_until = timezone.localdate() - timedelta(days=1)
        successor.successor = OrganisationFactory(name="Newest Trust")
        successor.save()
        words = words_of(client, "/")
        assert "Newest Trust" in words
        assert "New Trust" not in words


class OrganisationPageTests:
    def test_says_that_it_was_a_member_and_who_succeeded_it(self, client, closed, partners_url):
        words = words_of(client, f"{partners_url}old/")
        assert "Was a member until 31 March 2020; succeeded by New Trust" in words
        assert "Old Trust existed until 31 March 2020. Its work passed to New Trust." in words
        assert client.get(f"{partners_url}old/").content.decode().count(f'href="{partners_url}new/"') == 2

    def test_the_successor_is_a_member(self, client, closed, partners_url):
        assert "In this partnership Member" in words_of(client, f"{partners_url}new/")

    def test_says_what_is_to_come_before_the_last_day(self, client, closed, partners_url):
        coming = timezone.localdate() + timedelta(days=30)
        Organisation.objects.filter(pk=closed.pk).update(active_until=coming)
        words = words_of(client, f"{partners_url}old/")
        assert "Old Trust exists until" in words
        assert "Its work then passes to New Trust." in words
        assert "In this partnership Member" in words

    def test_says_that_it_closed_where_nobody_took_over(self, client, closed, partners_url):
        Organisation.objects.filter(pk=closed.pk).update(successor=None)
        words = words_of(client, f"{partners_url}old/")
        assert "Old Trust existed until 31 March 2020." in words
        assert "passed" not in words

    def test_the_list_of_partners_has_the_successor_among_the_members(self, client, closed, partners_url):
        words = words_of(client, partners_url)
        assert words.index("Members of the partnership") < words.index("New Trust")
        assert "Old Trust" not in words
        assert "Organisations we work with" not in words


NOTE = "Old Trust (until 31 March 2020, now New Trust)"


class CommitteeTests:
    def test_its_members_are_told_with_who_took_over(self, client, closed):
        committee = CommitteePageFactory(members=[closed])
        assert NOTE in words_of(client, committee.url)


class PublicationTests:
    def test_an_awaited_one_says_who_took_over_from_who_owes_it(self, client, closed):
        awaited = PublicationPageFactory(awaited=True, organisation=closed)
        assert f"Owed by {NOTE}" in words_of(client, awaited.url)

    def test_a_dated_one_keeps_the_name_that_was_true_then(self, client, closed):
        dated = PublicationPageFactory(organisation=closed, published_on=date(2019, 1, 1))
        assert "New Trust" not in words_of(client, dated.url)


class AreaOfWorkTests:
    def test_active_work_says_who_took_over(self, client, closed):
        page = ProgrammePageFactory(organisations={closed: "partner"}, attributed_to=closed)
        words = words_of(client, page.url)
        assert words.count(NOTE) == 2

    def test_a_service_says_who_took_over_from_its_provider(self, client, closed):
        page = ProviderCollaborativePageFactory()
        CommissionedService.objects.create(collaborative=page, name="Beds", provider=closed)
        assert NOTE in words_of(client, page.url)

    def test_active_work_with_a_stray_date_still_says_who_took_over(self, client, closed):
        page = ProgrammePageFactory(organisations={closed: "partner"}, ended_on=date(2019, 1, 1))
        assert NOTE in words_of(client, page.url)

    def test_work_that_ended_keeps_the_name_that_was_true_then(self, client, closed):
        page = ProgrammePageFactory(
            organisations={closed: "partner"},
            status="completed",
            ended_on=date(2019, 1, 1),
            ended_reason="It was done.",
        )
        words = words_of(client, page.url)
        assert "Old Trust" in words
        assert "New Trust" not in words

    def test_a_dated_story_keeps_the_name_that_was_true_then(self, client, closed):
        page = StoryPageFactory(attributed_to=closed, dated_on=date(2019, 1, 1))
        words = words_of(client, page.url)
        assert "Old Trust" in words
        assert "New Trust" not in words
