"""Addresses that lead nowhere are counted, and led on with one press; nothing private or personal is among them."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from partnership.search.missed import gather
from partnership.search.models import MissedAddress
from tests.factories.people import make_person

REPORT = "/admin/reports/missed-addresses/"


@pytest.fixture(autouse=True)
def _folder(tmp_path, settings):
    settings.MISSED_ADDRESSES_DIR = tmp_path / "missed"


def missed():
    """What was gathered: addresses and times."""
    gather(timezone.now())
    return sorted(MissedAddress.objects.values_list("path", "times"))


def test_what_is_not_there_is_counted_without_a_write_to_the_database(page, client):
    page("Zebra crossings", slug="zebra-crossings")
    client.get("/zebra-crossing/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/zebra-crossing/?from=someone").status_code == 404
    assert not [query for query in queries if not query["sql"].lstrip("( ").startswith(("SELECT", "WITH"))]
    client.get("/zebra-crossings/")
    client.get("/about.html")
    assert missed() == [("/about.html", 1), ("/zebra-crossing", 2)]
    assert MissedAddress.objects.get(path="/zebra-crossing").suggestion.title == "Zebra crossings"
    assert MissedAddress.objects.get(path="/about.html").suggestion is None


@pytest.mark.parametrize(
    "path",
    [
        "/alex@example.org/",
        "/9434765919/",
        "/ask/q7k2m9x/",
        "/wp-login.php",
        "/.env",
        "/a/.git/config",
        "/files/abcdefghijkmnpqr/report.pdf",
        "/alerts/leave/some-key/",
        "/admin/nothing/",
        "/media/nothing.jpg",
        f"/{'a' * 300}/",
    ],
)
def test_neither_what_is_personal_nor_what_no_page_could_have(home, client, path):
    client.get(path)
    assert missed() == []


def test_a_post_is_no_reader(home, client):
    client.post("/nothing/")
    assert missed() == []


def test_nothing_below_a_private_page_is_named(page, client):
    private = page("Whistle", slug="whistle")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    page("Draft", slug="draft", live=False)
    for path in ("/whistle/what-it-is-about/", "/draft/", "/draft/below/"):
        assert client.get(path).status_code in (302, 404)
    assert missed() == []


def test_a_thousand_addresses_of_one_day_do_not_bury_the_rest(home, client, monkeypatch):
    monkeypatch.setattr("partnership.search.missed.MOST_IN_A_DAY", 2)
    for path in ("/wanted/", "/wanted/", "/one/", "/two/", "/three/"):
        client.get(path)
    assert missed()[-1] == ("/wanted", 2)
    assert len(missed()) == 2


def test_it_is_forgotten_after_90_days(home):
    for days in (89, 91):
        MissedAddress.objects.create(
            day=timezone.localdate() - timedelta(days=days), path=f"/{days}", times=1
        )
    assert missed() == [("/89", 1)]


def test_one_press_leads_it_on(page, client):
    zebra = page("Zebra crossings", slug="zebra-crossings")
    client.get("/zebra-crossing/")
    missed()
    client.force_login(make_person("publishers"))
    shown = client.get(REPORT).content
    form = BeautifulSoup(shown, "html.parser").select_one("td.lead-on form")
    assert "Zebra crossings" in form.get_text()
    posted = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
    response = client.post(form["action"], posted, follow=True)
    assert "/zebra-crossing now leads to “Zebra crossings”" in response.content.decode()
    assert response.context["object_list"].count() == 0
    answer = client.get("/zebra-crossing/")
    assert (answer.status_code, answer.url) == (301, zebra.url)


def test_another_page_is_chosen_on_a_screen_that_has_the_address_already(page, client):
    client.force_login(make_person("publishers"))
    address = reverse("lead_address_on")
    assert 'value="/old-name"' in client.get(address, {"old_path": "/old-name"}).content.decode()
    refused = client.post(address, {"old_path": "/old-name", "redirect_page": ""})
    assert refused.status_code == 400
    assert 'value="/old-name"' in refused.content.decode()
    assert not Redirect.objects.exists()


def test_a_suggested_page_that_went_private_is_named_to_nobody(page, client):
    zebra = page("Zebra crossings", slug="zebra-crossings")
    MissedAddress.objects.create(day=timezone.localdate(), path="/zebra", times=1, suggestion=zebra)
    PageViewRestriction.objects.create(page=zebra, restriction_type="login")
    client.force_login(make_person("publishers"))
    report = client.get(REPORT).content.decode()
    assert "/zebra" in report
    assert "Zebra crossings" not in report


def test_those_who_may_not_see_it_do_not(home, client):
    client.force_login(make_person("document_officers"))
    assert client.get(REPORT).status_code == 302


def test_the_report_costs_the_same_however_many_there_are(home, client, page):
    zebra = page("Zebra", slug="zebra")
    client.force_login(make_person("publishers"))
    counts = []
    for number in (2, 20):
        MissedAddress.objects.bulk_create(
            MissedAddress(day=timezone.localdate(), path=f"/{number}/{i}", times=1, suggestion=zebra)
            for i in range(number)
        )
        client.get(REPORT)
        with CaptureQueriesContext(connection) as queries:
            client.get(REPORT)
        counts.append(len(queries))
    assert counts[0] == counts[1]
