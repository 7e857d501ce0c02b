"""Whatever is typed is answered."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TYPED = {
    "a quotation mark": '"',
    "two quotation marks": '""',
    "white space": " \t ",
    "NUL": "\x00",
    "NUL inside": "eat\x00ing",
    "300 words": "word " * 300,
    "300 different words": " ".join(f"word{number}" for number in range(300)),
    "10,000 letters": "x" * 10_000,
    "emoji": "🙂🙂",
    "operators": "NOT (eating AND OR NEAR *) -^~",
    "only what is not wanted": "-eating NOT disorders",
    "a column": "title:eating",
    "like SQL": "'; DROP TABLE wagtailcore_page; --",
    "percent": "100% %s %(x)s",
    "a backslash": "\\",
    "an apostrophe": "George's ’ '",
    "half a surrogate": "\ud800",
    "right to left": "عربى \u202e",
    "combining": "e\u0301",
    "a fraction": "½ ﷺ ǆ ß",
    "tsquery": "a & b | !c <-> d:*",
    "a phrase left open": '"eating disorders',
    "an empty phrase": '"…" eating',
    "a long phrase": '"' + "eating " * 200 + '"',
    "braces": "{{ 7*7 }}",
    "markup": "<script>alert(1)</script>",
}
bounded = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def eating(page):
    """Something to be found."""
    return page("Eating", summary="Eating disorders.")


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())
def test_nothing_typed_is_an_error(eating, client, typed):
    typed = typed.encode("utf-8", "surrogatepass")
    assert client.get("/search/", {"q": typed}).status_code == 200


@bounded
@given(typed=st.text(max_size=120), number=st.one_of(st.just(""), st.text(max_size=6), st.integers()))
def test_no_address_of_the_search_is_an_error(eating, client, typed, number):
    query = {"q": typed.encode("utf-8", "replace"), "page": str(number).encode("utf-8", "replace")}
    assert client.get("/search/", query).status_code == 200


@bounded
@given(words=st.lists(st.from_regex(r"(-|\"|OR |not )?[\w'’-]{1,30}\"?", fullmatch=True), max_size=20))
def test_no_words_are_an_error_to_the_database(eating, client, words):
    assert client.get("/search/", {"q": " ".join(words)}).status_code == 200


@settings(bounded, max_examples=15)
@given(text=st.text(max_size=200))
def test_no_text_is_an_error_to_the_index(page, client, text):
    page("Eating", summary=text.replace("\x00", ""))
    assert client.get("/search/?q=eating").status_code == 200


@pytest.mark.parametrize("number", ["abc", "999", "-1", "0", "1.5", "", "9" * 400])
def test_a_page_number_that_makes_no_sense_shows_the_nearest(eating, client, number):
    response = client.get("/search/", {"q": "eating", "page": number})
    assert response.status_code == 200
    assert "Eating</a>" in response.content.decode()


def test_what_was_typed_comes_back_harmless(eating, client):
    text = client.get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_what_was_found_is_shown_harmless(page, client):
    page("Eating", summary="Eating <script>alert(1)</script> well.")
    text = client.get("/search/?q=eating").content.decode()
    assert "<mark>Eating</mark> &lt;script&gt;alert(1)&lt;/script&gt; well." in text
