"""The first of the two steps of a search: the keys of what matches, best first, from the index alone.

Ranking touches narrow rows only; the things themselves are fetched for the ten that are shown.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.db.models import Q
from wagtail.models import Page

from partnership.content.visibility import Audience

from .models import Entry
from .models.entries import facet_mark

# More than anybody reads; beyond it the screen says “more than”.
MOST = 5000

# Both answer (hit, score), higher is better. A word in a title counts for eight in the text.
HITS = {
    "sqlite": (
        "SELECT rowid AS hit, -bm25(search_index, 8.0, 1.0) AS score FROM search_index WHERE search_index MATCH %s"
    ),
    "postgresql": (
        "SELECT entry_id AS hit, ts_rank('{0.1, 0.1, 0.1, 0.8}', vector, query, 1) AS score "
        "FROM search_entrytext, to_tsquery('simple', %s) query WHERE vector @@ query"
    ),
}
ORDERS = {
    "relevance": "score * weight DESC, dated_on DESC NULLS LAST, id",
    "date": "dated_on DESC NULLS LAST, score * weight DESC, id",
}


@dataclass(slots=True)
class Match:
    """A row of the index that holds the words."""

    id: int
    kind: str
    key: int
    place: int
    page_id: int
    address: str
    title: str
    facets: str
    dated_on: date | None
    others: list = field(default_factory=list)


def matches(expression, audience: Audience, filters: dict[str, str], order: str = "relevance") -> list[Match]:
    """What matches an expression and the filters and stands on a page that the audience may open; MOST + 1 at most."""
    wanted = "for_postgresql" if connection.vendor == "postgresql" else "for_sqlite"
    columns = ["id", "kind", "key", "place", "page_id", "address", "title", "facets", "dated_on"]
    open_to_them = Entry.objects.filter(open_pages(audience), with_facets(filters))
    entries, params = open_to_them.values(*columns, "weight").query.sql_with_params()
    names = ", ".join(f"entries.{name}" for name in columns)
    # Only names and orders written above are put together here; what was typed goes as a parameter.
    sql = (
        f"WITH hits AS MATERIALIZED ({HITS[connection.vendor]}) "  # noqa: S608
        f"SELECT {names} FROM hits JOIN ({entries}) entries ON entries.id = hits.hit "
        f"ORDER BY {ORDERS[order]} LIMIT {MOST + 1}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [getattr(expression, wanted)(), *params])
        return [Match(*row) for row in cursor.fetchall()]


def open_pages(audience: Audience) -> Q:
    """The condition that an entry stands on a page that the audience may open now."""
    return Q(page__in=audience.visible(Page.objects.filter(depth__gt=1)).order_by().values("pk"))


def with_facets(filters: dict[str, str]) -> Q:
    """The condition that an entry has all these facets."""
    condition = Q()
    for facet, value in filters.items():
        condition &= Q(facets__contains=facet_mark(facet, value))
    return condition
