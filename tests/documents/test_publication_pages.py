"""What a reader finds on the pages of publications."""

from datetime import date

import pytest

from documents.models import PublicationFile
from tests.factories.sections import full_site


@pytest.fixture
def site(home):
    """Every page type, with something to show."""
    return full_site(home)


class PublicationPageTests:
    def test_a_link_to_a_file_says_all_about_it(self, client, site):
        html = client.get(site.publication.url).content.decode()
        assert f"Findings, {site.slam.name}" in html
        assert "PDF, 24 kB, 4 pages, English" in html.replace("\xa0", " ")
        assert "Demonstration only" in html

    def test_a_file_may_lie_elsewhere(self, client, site):
        PublicationFile.objects.create(
            publication=site.publication, title="The data", link_url="https://elsewhere.example/data"
        )
        html = client.get(site.publication.url).content.decode()
        assert 'href="https://elsewhere.example/data"' in html

    def test_calls_an_organisation_by_its_name_on_the_day_of_publication(self, client, site):
        site.publication.published_on = date(2019, 5, 1)
        site.publication.save()
        assert "Findings, Bethlem and Maudsley" in client.get(site.publication.url).content.decode()

    def test_says_that_a_date_is_not_recorded(self, client, site):
        assert "Date not recorded" in client.get(site.publication.url).content.decode()

    def test_links_to_what_is_related(self, client, site):
        html = client.get(site.publication.url).content.decode()
        for page in (site.awaited, site.collaborative):
            assert f'href="{page.url}"' in html

    def test_names_nothing_related_that_is_not_public(self, client, site):
        site.awaited.unpublish()
        assert site.awaited.title not in client.get(site.publication.url).content.decode()

    def test_an_awaited_one_says_who_owes_it_and_when(self, client, site):
        html = client.get(site.awaited.url).content.decode()
        assert f"<dt>Owed by</dt><dd>{site.swl.name}</dd>" in html
        assert "No date has been given." in html
        assert "Date not recorded" not in html


class PublicationIndexPageTests:
    def test_lists_the_awaited_apart_from_the_published(self, client, site):
        context = client.get(site.publications.url).context_data
        assert [page.title for page in context["awaited"]] == ["National response"]
        assert [page.title for page in context["results"]] == ["SIM review"]

    def test_hides_drafts(self, client, site):
        site.publication.unpublish()
        assert site.publication.title not in client.get(site.publications.url).content.decode()
