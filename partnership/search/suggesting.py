"""What somebody may be about to type: titles of what is public in which each of the words begins a word."""

import re

from partnership.content.visibility import Audience

from .finding import still_visible
from .matching import Match, open_pages
from .models import Entry
from .words import PART

MOST_SHOWN = 8
# Enough to find so many that really begin with the words, and that are still to be seen.
LOOKED_AT = 60
SHORTEST = 2


def suggestions(typed: str, audience: Audience) -> list[str]:
    """Titles to search for, at most eight; those that begin with what was typed come first."""
    words = PART.findall(typed[:100])[:6]
    if len("".join(words)) < SHORTEST:
        return []
    rows = Entry.objects.filter(open_pages(audience), place=0)
    for word in words:
        rows = rows.filter(title__icontains=word)
    columns = ("id", "kind", "key", "place", "page_id", "address", "title", "facets", "dated_on")
    found = [Match(*row) for row in rows.order_by("-weight", "title").values_list(*columns)[:LOOKED_AT]]
    titles = [match.title for match in still_visible(found, audience)]
    begins = [re.compile(rf"(?<![^\W\d_]){re.escape(word)}", re.IGNORECASE) for word in words]
    fitting = dict.fromkeys(title for title in titles if all(begin.search(title) for begin in begins))
    return sorted(fitting, key=lambda title: not title.casefold().startswith(typed.casefold().strip()))[
        :MOST_SHOWN
    ]
