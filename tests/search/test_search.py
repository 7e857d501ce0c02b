"""The search page: never an error, never a private page, best first, and no slower for more results."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from documents.models import PublicationIndexPage, PublicationPage
from meetings.models import CommitteePage, MeetingsIndexPage
from partnership.content.visibility import Audience
from partnership.home.models import StandardPage
from partnership.search.engine import find
from programmes.models import OurWorkIndexPage, ProgrammePage, ProviderCollaborativePage, StoryPage

TYPED = {
    "a quotation mark": '"',
    "two quotation marks": '""',
    "white space": " \t ",
    "NUL": "\x00",
    "NUL inside": "eat\x00ing",
    "300 words": "word " * 300,
    "10,000 letters": "x" * 10_000,
    "emoji": "🙂🙂",
    "operators": "NOT (eating AND OR NEAR *) -^~",
    "a column": "title:eating",
    "like SQL": "'; DROP TABLE wagtailcore_page; --",
    "percent": "100% %s %(x)s",
    "a backslash": "\\",
    "an apostrophe": "George's ’ '",
    "half a surrogate": "\ud800",
    "right to left": "عربى \u202e",
    "combining": "e\u0301",
    "tsquery": "a & b | !c <-> d:*",
    "a phrase left open": '"eating disorders',
    "braces": "{{ 7*7 }}",
    "markup": "<script>alert(1)</script>",
}


def page(parent, title, model=StandardPage, **facts):
    """A page of any type below another."""
    return parent.add_child(instance=model(title=title, **facts))


@pytest.fixture
def eating(home):
    """Pages of every sort about one thing."""
    work = page(home, "Our work", OurWorkIndexPage)
    publications = page(home, "Publications", PublicationIndexPage)
    meetings = page(home, "Meetings", MeetingsIndexPage)
    return [
        page(home, "Eating well", summary="Eating, for staff."),
        page(work, "Adult eating disorders", ProviderCollaborativePage, summary="Specialist eating care."),
        page(work, "Eating in hospital", ProgrammePage),
        page(work, "How eating changed", StoryPage),
        page(publications, "Review of eating disorders", PublicationPage),
        page(meetings, "Eating disorders committee", CommitteePage),
    ]


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())
def test_nothing_typed_is_an_error(eating, client, typed):
    typed = typed.encode("utf-8", "surrogatepass")
    response = client.get("/search/", {"q": typed})
    assert response.status_code == 200


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=120), number=st.one_of(st.just(""), st.text(max_size=6), st.integers()))
def test_no_address_of_the_search_is_an_error(eating, client, typed, number):
    response = client.get(
        "/search/", {"q": typed.encode("utf-8", "replace"), "page": str(number).encode("utf-8", "replace")}
    )
    assert response.status_code == 200


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.from_regex(r"[\w'’-]{1,30}", fullmatch=True), max_size=20))
def test_no_words_are_an_error_to_the_database(eating, client, words):
    assert client.get("/search/", {"q": " ".join(words)}).status_code == 200


@pytest.mark.parametrize("number", ["abc", "999", "-1", "0", "1.5", "", "9" * 400])
def test_a_page_number_that_makes_no_sense_shows_the_nearest(eating, client, number):
    response = client.get("/search/", {"q": "eating", "page": number})
    assert response.status_code == 200
    assert "Adult eating disorders" in response.content.decode()


def test_pages_of_every_type_are_found_with_what_they_are_and_where(eating, client):
    text = client.get("/search/?q=eating").content.decode()
    for found in eating:
        assert found.title in text
        assert f'href="{found.get_url()}"' in text
    assert "Specialist eating care." in text
    assert "Our work" in text


def test_what_was_typed_comes_back_harmless(eating, client):
    text = client.get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_the_best_comes_first(home):
    weak = page(
        home, "Careers", summary="Work in nursing, in forensic services, in many other places of ours."
    )
    strong = page(home, "Forensic nursing", summary="Forensic nursing in south London.")
    assert [p.pk for p in find("forensic nursing", Audience())[0:10]] == [strong.pk, weak.pk]


def test_the_order_of_the_index_is_kept(home):
    # Created worst first, so that neither age nor place in the tree can pass for a ranking.
    for number in range(1, 7):
        page(home, f"Page {number} " + "nursing " * number + "filler " * (8 - number))
    found = find("nursing", Audience())
    ranked = [result.pk for result in found._ranked]
    assert [result.pk for result in found[0:4]] + [result.pk for result in found[4:10]] == ranked
    assert found[0:1][0].title.startswith("Page 6")


def test_all_words_are_asked_for_and_any_of_them_where_no_page_has_all(eating):
    assert {p.title for p in find("eating committee", Audience())[0:10]} == {"Eating disorders committee"}
    assert "Eating well" in {p.title for p in find("eating zebra", Audience())[0:10]}


def test_nobody_finds_what_the_public_may_not_see(home, client, admin_client):
    page(home, "Zebra draft", live=False)
    page(home, "Zebra expired", expire_at=timezone.now() - timedelta(seconds=1))
    page(home, "Zebra early", go_live_at=timezone.now() + timedelta(hours=1))
    closed = page(home, "Zebra private")
    page(closed, "Zebra below")
    mirrored = page(closed, "Zebra mirrored")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    mirrored.create_alias(parent=home, update_slug="zebra-mirror")
    page(home, "Zebra public")
    for reader in (client, admin_client):
        text = reader.get("/search/?q=zebra").content.decode()
        assert "Zebra public" in text
        assert text.count("Zebra ") == 1


def test_a_page_made_private_is_found_no_more(home, client):
    about = page(home, "Zebra")
    assert "Zebra</a>" in client.get("/search/?q=zebra").content.decode()
    PageViewRestriction.objects.create(page=about, restriction_type=PageViewRestriction.LOGIN)
    assert "Zebra</a>" not in client.get("/search/?q=zebra").content.decode()


def test_where_a_result_lies_never_names_a_private_page(home):
    above = page(home, "Hidden branch", live=False)
    page(above, "Zebra")
    assert find("zebra", Audience())[0:1][0].trail == []


def test_demonstration_pages_are_found_too(home, client):
    page(home, "Zebra", demonstration_only=True)
    assert "Zebra</a>" in client.get("/search/?q=zebra").content.decode()


def test_it_asks_as_few_questions_for_many_results_as_for_few(
    eating, home, client, django_assert_max_num_queries
):
    client.get("/search/?q=eating")
    with django_assert_max_num_queries(12) as few:
        client.get("/search/?q=eating")
    work = OurWorkIndexPage.objects.get()
    for number in range(60):
        page(work, f"Eating {number}", StoryPage)
    with django_assert_max_num_queries(12) as many:
        client.get("/search/?q=eating")
    assert len(many) == len(few)
    assert not [query for query in many if not query["sql"].lstrip("( ").startswith("SELECT")]


def test_the_index_can_be_made_anew(eating):
    call_command("update_index", verbosity=0)
    assert find("eating", Audience()).count() == len(eating)
