"""What somebody typed, made safe to search for."""

import re

MAX_WORDS = 16
MAX_WORD_LENGTH = 60
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def plain_words(typed: str) -> str:
    """Reduce what was typed to plain words, at most 16 of them; "" where there is none.

    The search engines of both databases answer an error to a lone quote, white space, NUL or hundreds of words.
    """
    words = WORD.findall(typed)[:MAX_WORDS]
    return " ".join(word[:MAX_WORD_LENGTH] for word in words)
