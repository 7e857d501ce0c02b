"""What somebody may have meant who found nothing: the nearest words among the titles of what is public."""

import re
from difflib import get_close_matches

from partnership.content.visibility import Audience

from .finding import find
from .matching import open_pages
from .models import Entry
from .query import Query, understand
from .words import PART, stem

# Titles of files and of their pages say little; those of the newest things are enough to learn the words of the site.
MOST_TITLES = 20_000
SHORTEST = 4


def meant(typed: str, query: Query, audience: Audience) -> str:
    """The same search with its unknown words spelt as titles spell them; "" where that finds nothing either."""
    titles = (
        Entry.objects.filter(open_pages(audience), place=0).order_by("-pk").values_list("title", flat=True)
    )
    known = {word.casefold(): word for title in titles[:MOST_TITLES] for word in PART.findall(title)}
    stems = {stem(word) for word in known}
    better = typed
    for word in {found for term in query.terms for found in PART.findall(term.typed)}:
        if len(word) < SHORTEST or stem(word) in stems:
            continue
        near = get_close_matches(word.casefold(), known, n=1, cutoff=0.75)
        if near:
            better = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", known[near[0]].lower(), better)
    return better if better != typed and find(understand(better), audience).count() else ""
