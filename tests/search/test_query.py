"""What somebody typed becomes plain words."""

import pytest

from partnership.search.query import plain_words


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
        ("🙂", ""),
    ],
)
def test_plain_words_keeps_words_and_drops_what_engines_choke_on(typed, words):
    assert plain_words(typed) == words


def test_plain_words_is_bounded():
    assert plain_words("word " * 300) == " ".join(["word"] * 16)
    assert len(plain_words("x" * 10_000)) == 60
