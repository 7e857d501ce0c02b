"""Words as the index holds them: the same on every database, because they are made here and not by a database.

"The NHS111 reviews" becomes "the nhs 111 review": without accents and capitals, letters apart from digits, and each
word by its stem.
"""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

# A word, with apostrophes inside it; or a number.
PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
# Words that hyphens hold together: “co-production” is also looked for as “coproduction”.
COMPOUND = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+){1,2}")
NOT_IN_A_WORD = re.compile(r"[\W_]+")
# Longer ones are no words, and a database takes only so much.
MAX_LENGTH = 40

# Too common to look for beside other words.
COMMON = """
    a about an and are as at be by can do does for from had has have how i in into is it its me my of on or our so than
    that the their them there these they this to was we were what when where which who why will with you your
"""
STOP_WORDS = frozenset(COMMON.split())

_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word as the index holds it."""
    folded = unicodedata.normalize("NFKD", word).casefold()
    stemmed = _stemmer.stemWord(folded.replace("’", "'"))
    return NOT_IN_A_WORD.sub("", stemmed)[:MAX_LENGTH]


def stems(text: str) -> list[str]:
    """The words of a text as the index holds them, in order."""
    return [found for part in PART.findall(text) if (found := stem(part))]


def index_words(text: str) -> str:
    """What the index keeps of a text: its stems in order, and after them what hyphens had torn apart."""
    joined = [stem(re.sub(r"[-‐‑]", "", compound)) for compound in COMPOUND.findall(text)]
    return " ".join([*stems(text), *joined])


def is_common(word: str) -> bool:
    """Whether a word as typed is too common to look for beside others."""
    return word.casefold() in STOP_WORDS
