"""Words that mean the same, as editors keep them."""

from dataclasses import replace

from .expressions import Words
from .models import Synonym
from .models.wording import as_looked_for
from .query import Query
from .words import stems

# A name of more words is no name.
LONGEST_RUN = 10


def with_synonyms(query: Query) -> Query:
    """The same query that also finds what means the same; takes one query of the database."""
    if not query:
        return query
    meaning = {}
    for synonym in Synonym.objects.all():
        names = [(as_looked_for(line), tuple(stems(line))) for line in synonym.lines]
        for name in names:
            others = [Words(whole) for other, whole in names if other != name[0] and whole]
            # Without its common words as a search, and with them as a phrase.
            for run in set(name):
                meaning.setdefault(run, []).extend(others)
    return replace(query, synonyms={run: meaning[run] for run in runs(query) if run in meaning})


def runs(query: Query) -> set[tuple[str, ...]]:
    """All that stands side by side in a query and could be a name: each term, and words after one another."""
    single = {term.stems for term in query.terms}
    alone = [group[0].stems if len(group) == 1 else None for group in query.groups]
    for start in range(len(alone)):
        for end in range(start + 2, min(start + LONGEST_RUN, len(alone)) + 1):
            if None in alone[start:end]:
                break
            single.add(tuple(stem for stems in alone[start:end] for stem in stems))
    return single
