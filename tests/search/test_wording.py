"""What editors teach the search: words that mean the same, and promoted results."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import PageViewRestriction

from partnership.content.visibility import Audience
from partnership.search.finding import find
from partnership.search.models import Promotion, Synonym
from partnership.search.query import understand
from partnership.search.synonyms import with_synonyms
from tests.factories.people import make_person


def titles(words):
    """The titles of what a reader finds."""
    return sorted(hit.title for hit in find(with_synonyms(understand(words)), Audience())[0:20])


@pytest.fixture
def camhs(page):
    """Initials and the full name, on different pages."""
    Synonym.objects.create(words="CAMHS\nchild and adolescent mental health services")
    page("CAMHS Tier 4")
    page("Services", summary="Child and adolescent mental health services in south London.")
    page("A child", summary="Adolescent and mental, health and services.")


def test_initials_find_the_full_name(camhs):
    assert titles("camhs") == ["CAMHS Tier 4", "Services"]


def test_the_full_name_finds_the_initials(camhs):
    assert "CAMHS Tier 4" in titles("child and adolescent mental health services")
    assert titles('"child and adolescent mental health services"') == ["CAMHS Tier 4", "Services"]


def test_a_name_among_other_words_is_known_too(camhs):
    assert titles("camhs london") == ["Services"]
    assert titles("child and adolescent mental health services tier") == ["CAMHS Tier 4"]


def test_what_means_the_same_is_marked(camhs):
    [hit] = [
        hit for hit in find(with_synonyms(understand("camhs")), Audience())[0:9] if hit.title == "Services"
    ]
    assert ("adolescent", True) in hit.sentence.pieces


@pytest.mark.parametrize("words", ["CAMHS", "CAMHS\ncamhs", "CAMHS\n!!!"])
def test_one_name_alone_has_nothing_that_means_the_same(db, words):
    with pytest.raises(ValidationError):
        Synonym(words=words).full_clean()


def searched(client, words):
    """The promoted results of a search."""
    response = client.get("/search/", {"q": words})
    return BeautifulSoup(response.content, "html.parser").select(".app-promoted a")


def test_a_promoted_page_stands_above_the_results(page, client):
    jobs = page("Careers", summary="Work with us.")
    Promotion.objects.create(words="jobs\nvacancy", page=jobs)
    assert [link["href"] for link in searched(client, "Job")] == ["/careers/"]
    assert [link["href"] for link in searched(client, "vacancies")] == ["/careers/"]
    assert searched(client, "careers") == []


def test_a_promoted_page_shows_only_while_it_is_live_and_public(page, client):
    jobs = page("Careers")
    Promotion.objects.create(words="jobs", page=jobs)
    restriction = PageViewRestriction.objects.create(page=jobs, restriction_type=PageViewRestriction.LOGIN)
    assert searched(client, "jobs") == []
    restriction.delete()
    jobs.unpublish()
    assert searched(client, "jobs") == []


@pytest.mark.parametrize("model", [Synonym, Promotion])
def test_editors_have_their_screens(page, client, model):
    page("Careers")
    Synonym.objects.create(words="CAMHS\nchild services")
    client.force_login(make_person("editors"))
    for screen in ("list", "add"):
        assert client.get(reverse(model.snippet_viewset.get_url_name(screen))).status_code == 200


def test_an_editor_promotes_a_page(page, client):
    jobs = page("Careers")
    client.force_login(make_person("editors"))
    add = reverse(Promotion.snippet_viewset.get_url_name("add"))
    assert "zebra crossing" in client.get(add, {"words": "zebra crossing"}).content.decode()
    client.post(add, {"words": "zebra crossing", "page": jobs.pk, "reason": ""})
    assert Promotion.objects.get().page_id == jobs.pk


def test_each_row_of_an_editors_list_leads_to_its_form(page, client):
    same = Synonym.objects.create(words="CAMHS\nchild services")
    first = Promotion.objects.create(words="jobs", page=page("Careers"))
    client.force_login(make_person("editors"))
    for kept in (same, first):
        viewset = type(kept).snippet_viewset
        text = client.get(reverse(viewset.get_url_name("list"))).content.decode()
        assert reverse(viewset.get_url_name("edit"), args=[kept.pk]) in text
