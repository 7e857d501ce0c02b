"""What somebody typed becomes plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.search.plain_words import MAX_WORD_LENGTH, MAX_WORDS, plain_words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ""),
        ('"', ""),
        (" \t\n", ""),
        ("\x00", ""),
        ("eating disorders", "eating disorders"),
        ('"eating" AND (disorders OR *)', "eating AND disorders OR"),
        ("St George’s", "St George’s"),
        ("in-patient care", "in-patient care"),
        ("🙂", ""),
        ("漢字 café", "漢字 café"),
        ("a_b", "a b"),
    ],
)
def test_plain_words_keeps_words_and_drops_what_engines_choke_on(typed, words):
    assert plain_words(typed) == words


def test_plain_words_is_bounded():
    assert plain_words("word " * 300) == " ".join(["word"] * 16)
    assert len(plain_words("x" * 10_000)) == 60


@given(st.text(max_size=400))
def test_plain_words_are_always_few_short_and_plain(typed):
    words = plain_words(typed)
    assert len(words.split()) <= MAX_WORDS
    assert all(len(word) <= MAX_WORD_LENGTH for word in words.split())
    assert not set(words) & set('"*():^%\x00\\;<>|&!{}[]+~_')
    assert plain_words(words) == words
