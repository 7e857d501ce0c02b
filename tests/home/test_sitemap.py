"""The map of the site that search engines read."""

import re
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import PageViewRestriction

from partnership.home.models import SiteSettings, StandardPage
from partnership.home.sitemap import PublicPages
from programmes.models import Organisation, OurWorkIndexPage, PartnersPage, ProgrammePage
from tests.factories.sections import many_children


@pytest.fixture
def pages(home, settings):
    """A true page and an invented one."""
    settings.PUBLIC_BASE_URL = "https://www.example.nhs.uk"
    home.add_child(instance=StandardPage(title="About", slug="about"))
    home.add_child(instance=StandardPage(title="Invented", slug="invented", demonstration_only=True))
    return home


def test_it_names_public_pages_and_no_invented_ones(pages, client):
    text = client.get("/sitemap-pages.xml").content.decode()
    assert "https://www.example.nhs.uk/about/</loc>" in text
    assert "https://www.example.nhs.uk/</loc>" in text
    assert "invented" not in text


def test_an_index_names_each_list_and_when_something_was_published(pages, client, monkeypatch):
    monkeypatch.setattr(PublicPages, "limit", 2)
    published = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    pages.get_children().filter(slug="about").update(last_published_at=published)
    PageViewRestriction.objects.create(
        page=pages.add_child(
            instance=StandardPage(title="Secret", slug="secret", last_published_at=timezone.now())
        ),
        restriction_type="login",
    )
    index = BeautifulSoup(client.get("/sitemap.xml").content, "xml")
    lists = [found.get_text() for found in index.find_all("loc")]
    assert lists == [
        "https://www.example.nhs.uk/sitemap-pages.xml",
        "https://www.example.nhs.uk/sitemap-pages.xml?p=2",
    ]
    assert {datetime.fromisoformat(found.get_text()) for found in index.find_all("lastmod")} == {published}
    assert client.get("/sitemap-pages.xml?p=2").status_code == 200


def test_it_is_empty_where_the_whole_site_is_invented(pages, client):
    site = pages.get_site()
    settings = SiteSettings.for_site(site)
    settings.demonstration_site = True
    settings.save()
    response = client.get("/sitemap-pages.xml")
    assert response.status_code == 200
    assert "<loc>" not in response.content.decode()


def test_it_costs_the_same_however_many_pages_there_are(pages, client, django_assert_max_num_queries):
    for number in range(60):
        pages.add_child(instance=StandardPage(title=f"Page {number}", slug=f"page-{number}"))
    with django_assert_max_num_queries(12):
        client.get("/sitemap-pages.xml")


def test_each_organisation_has_its_address_in_it(pages, client):
    trust = Organisation.objects.create(name="A trust", slug="a-trust", kind="nhs_trust")
    log(trust, "wagtail.edit")
    partners = pages.add_child(instance=PartnersPage(title="Partners", slug="partners"))
    address = "https://www.example.nhs.uk/partners/a-trust/"
    today = timezone.localdate().isoformat()
    listed = re.sub(r">\s+<", "><", client.get("/sitemap-pages.xml").content.decode())
    assert f"<loc>{address}</loc><lastmod>{today}</lastmod>" in listed
    assert client.get("/partners/a-trust/").status_code == 200
    PageViewRestriction.objects.create(page=partners, restriction_type="login")
    assert address not in client.get("/sitemap-pages.xml").content.decode()


def test_robots_are_told_of_it_on_the_same_host(pages, client):
    text = client.get("/robots.txt", headers={"host": "127.0.0.1"}).content.decode()
    assert "Sitemap: https://www.example.nhs.uk/sitemap.xml" in text


def canonical(client, address):
    found = BeautifulSoup(client.get(address).content, "html.parser").find_all("link", rel="canonical")
    return [link["href"].removeprefix("https://www.example.nhs.uk") for link in found]


@pytest.mark.parametrize(
    ("address", "counts"),
    [
        ("/", "/"),
        ("/about/?utm_source=letter", "/about/"),
        ("/our-work/", "/our-work/"),
        ("/our-work/?page=2", "/our-work/?page=2"),
        ("/our-work/?page=99", "/our-work/?page=2"),
        ("/our-work/?page=1", "/our-work/"),
        ("/our-work/?kind=programme&page=2", "/our-work/"),
    ],
)
def test_every_page_says_which_of_its_addresses_counts(pages, client, address, counts):
    our_work = pages.add_child(instance=OurWorkIndexPage(title="Our work", slug="our-work"))
    many_children(our_work, lambda n: ProgrammePage(title=f"Programme {n}", slug=f"p{n}"), 30)
    assert canonical(client, address) == [counts]


@pytest.mark.parametrize("address", ["/nowhere/", "/search/?q=care", "/sign-in/"])
def test_what_is_no_page_has_no_address_that_counts(pages, client, address):
    assert canonical(client, address) == []
