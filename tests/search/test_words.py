"""Words as the index holds them, and what somebody typed, understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.search.query import MAX_TERMS, understand
from partnership.search.words import index_words, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Healthwatches", "healthwatch"),
        ("reviews", "Review"),
        ("NHS111", "nhs 111"),
        ("nurses", "nurse"),
        ("St George’s", "st george's"),
        ("café", "CAFE"),
        ("2021/22", "2021 22"),
    ],
)
def test_words_that_mean_the_same_have_the_same_stems(one, other):
    assert stems(one) == stems(other)


def test_what_hyphens_tore_apart_is_kept_whole_too():
    assert "coproduct" in index_words("Co-production").split()


@given(st.text(max_size=300))
def test_the_index_holds_letters_and_digits_only(text):
    assert all(word.isalnum() for word in index_words(text).split())


def shape(typed):
    """What was understood: the wanted groups, and what is not wanted."""
    query = understand(typed)
    return [[term.typed for term in group] for group in query.groups], [term.typed for term in query.unwanted]


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("eating disorders", [["eating"], ["disorders"]], []),
        ("eating AND disorders", [["eating"], ["disorders"]], []),
        ("eating or forensic", [["eating", "forensic"]], []),
        ("eating OR forensic committee", [["eating", "forensic"], ["committee"]], []),
        ("sim not review", [["sim"]], ["review"]),
        ("sim -review", [["sim"]], ["review"]),
        ("“part a” minutes", [["part a"], ["minutes"]], []),
        ('"part a" "part b"', [["part a"], ["part b"]], []),
        ("the review of SIM", [["review"], ["SIM"]], []),
        ("the", [["the"]], []),
        ("not eating", [["eating"]], []),
        ("or", [], []),
        ("AND OR NOT", [], []),
        ("co-production", [["co-production"]], []),
        ('eating "disorders', [["eating"], ["disorders"]], []),
        ("title:eating*", [["title"], ["eating"]], []),
    ],
)
def test_what_was_typed_is_understood(typed, wanted, unwanted):
    assert shape(typed) == (wanted, unwanted)


@given(st.text(max_size=2000))
def test_a_query_is_always_bounded(typed):
    query = understand(typed)
    assert len(query.terms) <= MAX_TERMS * 2
    assert all(term.stems for term in query.terms)
