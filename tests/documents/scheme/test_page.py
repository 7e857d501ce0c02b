"""The page of the publication scheme."""

import pytest

from tests.factories.pages import PublicationPageFactory, PublicationSchemePageFactory


@pytest.fixture
def scheme(home):
    return PublicationSchemePageFactory()


def test_shows_every_class_in_the_commissioners_order(client, scheme):
    text = client.get(scheme.url).content.decode()
    names = [
        "Who we are and what we do",
        "What we spend and how we spend it",
        "What our priorities are and how we are doing",
        "How we make decisions",
        "Our policies and procedures",
        "Lists and registers",
        "The services we offer",
    ]
    places = [text.index(f">{name}</h2>") for name in names]
    assert places == sorted(places)
    assert text.count("We have not published anything in this class yet.") == 7


def test_shows_the_newest_of_a_class_and_leads_to_all(client, scheme):
    for number in range(7):
        PublicationPageFactory(title=f"Policy number {number}", scheme_class="policies")
    text = client.get(scheme.url).content.decode()
    assert text.count("Policy number") == 5
    assert 'href="/publications/?scheme=policies">All 7 publications' in text
    assert client.get("/publications/?scheme=policies").context_data["results"].paginator.count == 7


def test_what_the_public_does_not_have_is_not_there(client, scheme):
    hidden = ({"draft": True}, {"private": True}, {"state": "withdrawn"}, {"awaited": True})
    for number, fact in enumerate(hidden):
        PublicationPageFactory(title=f"Hidden policy {number}", scheme_class="policies", **fact)
    assert "Hidden policy" not in client.get(scheme.url).content.decode()


def test_costs_the_same_however_much_is_published(client, scheme, django_assert_max_num_queries):
    PublicationPageFactory(scheme_class="policies")
    client.get(scheme.url)
    with django_assert_max_num_queries(14) as few:
        client.get(scheme.url)
    for scheme_class in ("decisions", "lists", "services"):
        PublicationPageFactory(scheme_class=scheme_class)
    with django_assert_max_num_queries(len(few)):
        client.get(scheme.url)
