"""What frames every page: the ways in, the way up, messages, urgent help, and what search engines are told."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from partnership.home.models import Banner, SiteSettings, StandardPage


def opened(client, url, status=200):
    """A screen as a reader gets it."""
    response = client.get(url)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def grow(parent, title, **fields):
    """A plain page below another."""
    return parent.add_child(instance=StandardPage(title=title, **{"show_in_menus": True, **fields}))


@pytest.fixture
def about(home):
    return grow(home, "About us", summary="Who we are.")


@pytest.fixture
def site_settings(home):
    return SiteSettings.for_site(Site.objects.get())


SCREENS = [
    ("/", 200),
    ("/about-us/", 200),
    ("/search/", 200),
    ("/search/?q=nothing", 200),
    ("/nowhere/", 404),
]


@pytest.mark.parametrize(("url", "status"), SCREENS)
class TestEveryScreen:
    """What holds on pages, on the search and where nothing was found."""

    def test_urgent_help_comes_first_and_opens_without_a_script(self, client, about, url, status):
        page = opened(client, url, status)
        details = page.find("details")
        assert details.find_parent("aside")["aria-label"] == "Urgent help"
        assert {link["href"] for link in details.find_all("a")} == {"tel:999", "tel:111"}
        assert page.find("header") in details.find_all_next("header")

    def test_the_skip_link_leads_to_the_one_main_landmark(self, client, about, url, status):
        page = opened(client, url, status)
        assert page.find("a")["href"] == "#maincontent"
        assert [main["id"] for main in page.find_all("main")] == ["maincontent"]
        assert len(page.find_all("h1")) == 1

    def test_nothing_runs_or_styles_inside_the_page(self, client, about, url, status):
        page = opened(client, url, status)
        assert not page.find_all("style")
        assert not page.select("[style], [onclick]")
        # What the page says to machines is data, which no browser runs.
        assert all(script.get("src") for script in page.select("script:not([type='application/ld+json'])"))
        # The canonical address names this very page and loads nothing.
        found = page.select("[src], link[href]:not([rel=canonical])")
        loaded = [tag.get("src") or tag.get("href") for tag in found]
        assert loaded
        assert all(address.startswith("/") and not address.startswith("//") for address in loaded)

    def test_no_id_is_there_twice(self, client, about, url, status):
        ids = [tag["id"] for tag in opened(client, url, status).select("[id]")]
        assert sorted(ids) == sorted(set(ids))


class TestUrgentHelp:
    """The editors' own list."""

    def test_it_takes_the_place_of_the_national_numbers(self, client, about, site_settings):
        way = {"name": "Crisis line", "phone": "0800 123 4567", "detail": "day and night", "url": ""}
        site_settings.urgent_help = [("way", way)]
        site_settings.urgent_help_text = "We answer nobody here."
        site_settings.save()
        help = opened(client, "/about-us/").find("details")
        assert [link["href"] for link in help.find_all("a")] == ["tel:08001234567"]
        assert "We answer nobody here." in help.text


class TestNavigation:
    """The home page's children that are in menus and open to whoever is looking."""

    def items(self, client, url="/"):
        return opened(client, url).select("nav[aria-label=Main] a")

    def test_it_follows_the_page_tree(self, client, home, about):
        grow(home, "Careers")
        grow(home, "Not in menus", show_in_menus=False)
        grow(home, "A draft", live=False)
        closed = grow(home, "For members")
        PageViewRestriction.objects.create(page=closed, restriction_type="login")
        grow(about, "Deeper")
        assert [item.text for item in self.items(client)] == ["About us", "Careers"]

    def test_it_marks_the_page_and_the_section_that_a_reader_is_in(self, client, home, about):
        grow(about, "Deeper")
        grow(home, "Careers")
        assert [item.get("aria-current") for item in self.items(client, "/about-us/")] == ["page", None]
        assert [item.get("aria-current") for item in self.items(client, "/about-us/deeper/")] == [
            "true",
            None,
        ]
        assert [item.get("aria-current") for item in self.items(client)] == [None, None]

    def test_it_costs_the_same_however_many_pages_there_are(self, client, home, about):
        def cost():
            client.get("/about-us/")
            with CaptureQueriesContext(connection) as queries:
                client.get("/about-us/")
            return len(queries)

        few = cost()
        for number in range(30):
            grow(home, f"Page {number}")
        assert cost() == few


class TestBreadcrumbs:
    """The way from the home page down."""

    def trail(self, client, url):
        page = opened(client, url)
        return [(link.text, link["href"]) for link in page.select("nav[aria-label=Breadcrumb] a")]

    def test_they_name_what_is_above(self, client, about):
        grow(about, "Deeper")
        assert self.trail(client, "/about-us/deeper/") == [("Home", "/"), ("About us", "/about-us/")]

    def test_the_home_page_has_none(self, client, home):
        assert self.trail(client, "/") == []


class TestBanners:
    """Messages across the site, true to the second."""

    def messages(self, client, url):
        return [banner.text for banner in opened(client, url).select(".app-banner__text")]

    def test_only_those_whose_time_it_is_show(self, client, about):
        now, hour = timezone.now(), timedelta(hours=1)
        Banner.objects.create(message="Now", starts_at=now - hour, ends_at=now + hour)
        Banner.objects.create(message="Later", starts_at=now + hour)
        Banner.objects.create(message="Over", starts_at=now - 2 * hour, ends_at=now - hour)
        assert ["Now" in text for text in self.messages(client, "/about-us/")] == [True]
        assert len(self.messages(client, "/search/")) == 1

    def test_a_sections_banner_stays_in_its_section(self, client, home, about):
        grow(about, "Deeper")
        grow(home, "Careers")
        Banner.objects.create(message="Here", starts_at=timezone.now(), section=about)
        assert len(self.messages(client, "/about-us/deeper/")) == 1
        assert self.messages(client, "/careers/") == []
        assert self.messages(client, "/search/") == []

    def test_it_says_how_much_it_matters_and_where_to_read_on(self, client, about):
        Banner.objects.create(
            message="Lines are down",
            severity=Banner.Severity.URGENT,
            starts_at=timezone.now(),
            link_text="What to do",
            link_page=about,
        )
        banner = opened(client, "/").select_one(".app-banner")
        assert "Urgent" in banner.text
        assert banner.a["href"] == "/about-us/"
        about.unpublish()
        assert opened(client, "/").select_one(".app-banner").a is None


class TestTheEndOfAPage:
    """Where to go next, and how fresh the page is."""

    def test_pages_in_order_lead_on_to_each_other(self, client, home):
        parts = grow(home, "Parts", in_sequence=True)
        for title in ["One", "Two", "Three"]:
            grow(parts, title)
        page = opened(client, "/parts/two/")
        assert "One" in page.select_one("a[rel=prev]").text
        assert page.select_one("a[rel=next]")["href"] == "/parts/three/"
        assert opened(client, "/parts/one/").select_one("a[rel=prev]") is None

    def test_related_links_and_review_dates(self, client, about, home):
        links = [
            ("link", {"text": "", "page": about, "url": ""}),
            ("link", {"text": "NHS", "page": None, "url": "https://www.nhs.uk/"}),
        ]
        reviewed = {"last_reviewed_on": date(2026, 3, 2), "next_review_on": date(2027, 3, 2)}
        grow(home, "Fresh", related_links=links, **reviewed)
        page = opened(client, "/fresh/")
        related = page.select("nav[aria-labelledby=related-links] a")
        assert [(link.text, link["href"]) for link in related] == [
            ("About us", "/about-us/"),
            ("NHS", "https://www.nhs.uk/"),
        ]
        assert [time["datetime"] for time in page.find_all("time")] == ["2026-03-02", "2027-03-02"]


class TestSearchEngines:
    """Invented content is left out of search engines, and says what it is."""

    def robots(self, page):
        return [tag["content"] for tag in page.select("meta[name=robots]")]

    def test_a_demonstration_page_says_so_and_is_left_out(self, client, home, about):
        grow(home, "Invented", demonstration_only=True)
        page = opened(client, "/invented/")
        assert self.robots(page) == ["noindex"]
        assert "Demonstration only" in page.main.text
        real = opened(client, "/about-us/")
        assert self.robots(real) == []
        assert "Demonstration only" not in real.text

    def test_a_demonstration_site_is_left_out_whole(self, client, about, site_settings):
        site_settings.demonstration_site = True
        site_settings.save()
        assert self.robots(opened(client, "/about-us/")) == ["noindex"]

    def test_the_search_is_left_out(self, client, home):
        assert self.robots(opened(client, "/search/")) == ["noindex"]


class TestIdentity:
    """A text mark unless the NHS identity is switched on."""

    def test_the_nhs_logo_and_frutiger_are_a_choice(self, client, about, site_settings):
        page = opened(client, "/about-us/")
        assert page.header.select_one("svg[aria-label=NHS]") is None
        assert "app-template--nhs" not in page.html["class"]
        site_settings.use_nhs_identity = True
        site_settings.save()
        page = opened(client, "/about-us/")
        assert page.header.select_one("svg[aria-label=NHS]")
        assert "app-template--nhs" in page.html["class"]
