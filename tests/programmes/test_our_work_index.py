"""The list of areas of work and its filters."""

import pytest
from bs4 import BeautifulSoup

from programmes.models import Organisation, Place
from tests.factories.pages import ProgrammePageFactory


def listed(client, query="") -> set[str]:
    """The titles that the list shows."""
    return {area.title for area in client.get(f"/our-work/{query}").context_data["results"]}


def test_lists_all_work_with_a_count(client, site):
    response = client.get("/our-work/")
    assert "3 areas of work" in response.content.decode()
    assert listed(client) == {"Forensic collaborative", "SIM model", "Cancer"}


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("?kind=collaborative", {"Forensic collaborative"}),
        ("?status=decommissioned", {"SIM model"}),
        ("?organisation=swl", {"Cancer"}),
        ("?place=merton&kind=programme", {"SIM model"}),
        ("?status=completed", set()),
    ],
)
def test_narrows_by_address_alone(client, site, query, titles):
    assert listed(client, query) == titles


def words_of(client, address: str) -> str:
    """The words of the list itself."""
    results = BeautifulSoup(client.get(address).content, "html.parser").select_one(".app-listing__results")
    return " ".join(results.get_text(" ").split())


def test_groups_by_owner_and_kind_and_says_each_once(client, site):
    ProgrammePageFactory(parent=site.theirs, title="Estates", kind="workstream", attributed_to=site.swl)
    words = words_of(client, "/our-work/")
    heading = f"Workstreams of {site.swl.name}"
    assert words.index("Provider collaborative") < words.index("Programme ") < words.index(heading)
    assert words.count(site.swl.name) == 1
    assert site.swl.name not in words_of(client, site.theirs.url)


def test_what_is_only_a_name_is_a_line_and_no_card(client, site):
    results = BeautifulSoup(client.get("/our-work/").content, "html.parser").select_one(
        ".app-listing__results"
    )
    assert [link.text for link in results.select(".app-links a")] == ["Cancer"]
    # What has ended says so, with words about it or without.
    assert "Decommissioned March 2019" in results.text


def test_the_demonstrations_workstreams_do_not_repeat_each_other(client, demonstration_site):
    assert words_of(client, "/our-work/").count("workstream") == 0
    assert words_of(client, "/our-work/").count("South West London Health and Care Partnership") == 1
    page = BeautifulSoup(client.get("/our-work/south-west-london/cancer/").content, "html.parser").main
    assert page.text.count("South West London Health and Care Partnership") == 1


def test_offers_to_clear_the_filters(client, site):
    assert "Clear filters" in client.get("/our-work/?kind=programme").content.decode()
    assert "Clear filters" not in client.get("/our-work/").content.decode()


def test_offers_only_what_the_list_holds(client, site):
    Organisation.objects.create(name="Nowhere Trust", slug="nowhere", kind="nhs_trust")
    Place.objects.create(name="Elsewhere", slug="elsewhere")
    form = client.get("/our-work/").context_data["filters"].form
    assert {slug for slug, _ in form.fields["organisation"].choices} == {"", "oxleas", "slam", "swl"}
    assert {slug for slug, _ in form.fields["place"].choices} == {"", "merton"}


@pytest.mark.parametrize("query", ["?kind=nonsense", "?organisation=nobody", "?place=%00", "?status=1"])
def test_says_plainly_that_an_address_asks_for_nonsense(client, site, query):
    response = client.get(f"/our-work/{query}")
    assert response.status_code == 400
    assert "nhsuk-error-summary" in response.content.decode()


def test_pages_keep_the_filters(client, site, monkeypatch):
    monkeypatch.setattr(type(site.our_work), "PER_PAGE", 1)
    html = client.get("/our-work/?place=merton").content.decode()
    assert "place=merton&amp;page=2" in html


def test_the_part_of_another_partnership_says_whose_it_is(client, site):
    html = client.get(site.theirs.url).content.decode()
    assert "This part is about another organisation’s work" in html
    assert listed(client) > {area.title for area in client.get(site.theirs.url).context_data["results"]}
