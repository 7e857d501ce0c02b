"""The map of the site that search engines read."""

import pytest

from partnership.home.models import SiteSettings, StandardPage


@pytest.fixture
def pages(home):
    """A true page and an invented one."""
    home.add_child(instance=StandardPage(title="About", slug="about"))
    home.add_child(instance=StandardPage(title="Invented", slug="invented", demonstration_only=True))
    return home


def test_it_names_public_pages_and_no_invented_ones(pages, client):
    text = client.get("/sitemap.xml").content.decode()
    assert "http://localhost/about/</loc>" in text
    assert "http://localhost/</loc>" in text
    assert "invented" not in text


def test_it_is_empty_where_the_whole_site_is_invented(pages, client):
    site = pages.get_site()
    settings = SiteSettings.for_site(site)
    settings.demonstration_site = True
    settings.save()
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    assert "<loc>" not in response.content.decode()


def test_it_costs_the_same_however_many_pages_there_are(pages, client, django_assert_max_num_queries):
    for number in range(60):
        pages.add_child(instance=StandardPage(title=f"Page {number}", slug=f"page-{number}"))
    with django_assert_max_num_queries(12):
        client.get("/sitemap.xml")
