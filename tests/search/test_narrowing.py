"""Results are narrowed and put in order by address alone, with counts."""

import pytest
from bs4 import BeautifulSoup

from documents.models import PublicationIndexPage, PublicationPage
from programmes.models import Organisation, OurWorkIndexPage, ProgrammePage


@pytest.fixture
def plans(page):
    """Plans of every sort."""
    trust = Organisation.objects.create(name="Riverside Trust", slug="riverside", kind="nhs_trust")
    publications = page("Publications", model=PublicationIndexPage, slug="publications")
    work = page("Our work", model=OurWorkIndexPage, slug="our-work")
    for year in (2020, 2021, 2021):
        page(
            f"Plan of {year}", publications, PublicationPage, published_on=f"{year}-05-01", organisation=trust
        )
    page("Plan together", work, ProgrammePage)
    page("A hidden programme", work, ProgrammePage, live=False)
    return publications


def searched(client, **query):
    """The main part of the search page."""
    response = client.get("/search/", query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


def links(main):
    """Every link that narrows, by its words."""
    found = main.select(".app-kinds a, .app-narrow a, .app-chosen a")
    return {" ".join(link.text.split()): link["href"] for link in found}


def test_kinds_are_offered_with_how_many_there_are(plans, client):
    assert links(searched(client, q="plan"))["Publications 3 results"] == "?q=plan&kind=publication"


def test_a_choice_narrows_and_can_be_taken_back(plans, client):
    main = searched(client, q="plan", kind="publication", year="2021")
    assert len(main.select(".app-result")) == 2
    assert links(main)["Remove Year: 2021"] == "?q=plan&kind=publication"
    assert links(main)["Remove all"] == "?q=plan"


def test_every_way_to_narrow_that_would_change_something_is_offered(plans, client):
    labels = [summary.text for summary in searched(client, q="plan").select(".app-narrow summary")]
    assert labels == ["Part of the site", "Programme or collaborative", "Organisation", "Year"]


def test_it_is_put_in_order_by_date(plans, client):
    titles = [link.text for link in searched(client, q="plan", sort="date").select("ol h3 a")]
    assert titles[-2:] == ["Plan of 2020", "Plan together"]


def test_the_screen_of_a_list_is_left_when_it_is_narrowed(plans, client):
    assert "page=" not in links(searched(client, q="plan", page="1"))["Publications 3 results"]


@pytest.mark.parametrize("value", ["nowhere", "\x00", "%", "a|b=c", "x" * 3000, "'--", "🙂"])
@pytest.mark.parametrize(
    "facet", ["kind", "section", "organisation", "programme", "committee", "year", "format"]
)
def test_no_value_of_a_filter_is_an_error(plans, client, facet, value):
    searched(client, **{"q": "plan", facet: value})


def test_nothing_left_after_narrowing_leads_back(plans, client):
    main = searched(client, q="plan", kind="meeting")
    assert main.find("a", string="Search the whole site for “plan”")["href"] == "?q=plan"


def test_a_programme_that_is_not_public_names_nothing(plans, client):
    text = str(searched(client, q="plan", programme="a-hidden-programme"))
    assert "A hidden programme" not in text
