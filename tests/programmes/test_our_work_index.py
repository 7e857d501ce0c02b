"""The list of areas of work and its filters."""

import pytest

from programmes.models import Organisation, Place


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
