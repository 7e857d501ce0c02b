"""The way from an address to a page."""

import pytest

from partnership.home.models import StandardPage
from programmes.models import Organisation, PartnersPage


@pytest.fixture
def deep(home):
    """A page three levels below the home page."""
    page = home
    for slug in ("about", "team", "office"):
        page = page.add_child(instance=StandardPage(title=slug.title(), slug=slug))
    return page


def test_finds_a_page_however_deep(client, deep):
    assert client.get("/about/team/office/").context_data["page"].pk == deep.pk


@pytest.mark.parametrize("address", ["/about/office/", "/team/", "/about/team/office/more/", "/nowhere/"])
def test_an_address_that_leaves_a_step_out_or_goes_on_is_not_found(client, deep, address):
    assert client.get(address).status_code == 404


def test_the_same_name_below_two_pages_leads_to_two(client, deep, home):
    other = home.add_child(instance=StandardPage(title="Other", slug="other"))
    twin = other.add_child(instance=StandardPage(title="Other team", slug="team"))
    assert client.get("/other/team/").context_data["page"].pk == twin.pk
    assert client.get("/about/team/").context_data["page"].pk == deep.get_parent().pk


def test_a_draft_is_not_found_but_what_is_below_it_is(client, deep):
    deep.get_parent().specific.unpublish()
    assert client.get("/about/team/").status_code == 404
    assert client.get("/about/team/office/").status_code == 200


def test_a_page_with_routes_of_its_own_is_asked(client, home):
    home.add_child(instance=PartnersPage(title="Partners", slug="partners"))
    Organisation.objects.create(name="A Trust", slug="a-trust", kind="nhs_trust")
    assert client.get("/partners/a-trust/").status_code == 200


def test_a_very_long_address_is_answered_at_once(client, home):
    assert client.get("/" + "a/" * 900).status_code == 404
