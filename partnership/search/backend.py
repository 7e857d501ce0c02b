"""The search engine of the site and of its editors: the database's own, asked in plain words only."""

from modelsearch.backends import database
from modelsearch.query import And, Or, Phrase, PlainText

from .plain_words import plain_words


class PlainWordsMixin:
    """Reduces what was typed to plain words before a database's own syntax can make an error of it."""

    def _search(self, query_compiler_class, query, model_or_queryset, **kwargs):
        return super()._search(query_compiler_class, in_plain_words(query), model_or_queryset, **kwargs)


def in_plain_words(query):
    """The same query with plain words only; "" where none is left."""
    if isinstance(query, str):
        return plain_words(query)
    if isinstance(query, Phrase):
        words = plain_words(query.query_string)
        return Phrase(words) if words else ""
    if isinstance(query, PlainText):
        words = plain_words(query.query_string)
        return PlainText(words, operator=query.operator, boost=query.boost) if words else ""
    if isinstance(query, And | Or):
        parts = [part for part in map(in_plain_words, query.subqueries) if part != ""]
        return type(query)(parts) if parts else ""
    return query


def SearchBackend(params):  # noqa: N802 — the name that Wagtail looks for
    """The engine for the database in use."""
    engine = type(database.SearchBackend(params))
    return type("PlainWordsSearchBackend", (PlainWordsMixin, engine), {})(params)
