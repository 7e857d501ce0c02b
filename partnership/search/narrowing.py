"""The ways to narrow what was found: links with counts, by address alone."""

import re
from dataclasses import dataclass, field

from django.db.models import CharField, Value

from .registry import Facet, facets, kinds

VALUE = re.compile(r"[\w-]{1,200}")
ORDERS = {"relevance": "Most relevant first", "date": "Newest first"}


@dataclass
class Choice:
    """A value to narrow to, with how many results have it."""

    name: str
    count: int
    address: str


@dataclass
class Narrowing:
    """One facet on the screen: what can be chosen, or what was."""

    facet: Facet
    choices: list[Choice] = field(default_factory=list)
    chosen: str = ""
    # The same search without it.
    without: str = ""


def filters_of(parameters) -> dict[str, str]:
    """The facets that an address asks for; what cannot be a value is left out."""
    asked = {facet.key: parameters.get(facet.key, "") for facet in facets()}
    return {key: value for key, value in asked.items() if VALUE.fullmatch(value)}


def order_of(parameters) -> str:
    """The order that an address asks for."""
    return "date" if parameters.get("sort") == "date" else "relevance"


def narrowings(found, parameters, audience) -> list[Narrowing]:
    """Each facet that would narrow what was found, or does; takes one query, whatever was found."""
    counts = found.facet_counts
    named = names_of(
        {
            facet.key: [*counts.get(facet.key, {}), *filter(None, [found.filters.get(facet.key)])]
            for facet in facets()
        },
        audience,
    )
    shown = []
    for facet in facets():
        chosen = found.filters.get(facet.key)
        if chosen:
            name = named.get((facet.key, chosen), chosen)
            shown.append(Narrowing(facet, chosen=name, without=address(parameters, {facet.key: None})))
            continue
        choices = [
            Choice(named[facet.key, value], count, address(parameters, {facet.key: value}))
            for value, count in sorted(
                counts.get(facet.key, {}).items(),
                key=lambda pair: -int(pair[0]) if facet.key == "year" else (-pair[1], pair[0]),
            )
            if (facet.key, value) in named
        ]
        if len(choices) > 1 or any(choice.count < found.count() for choice in choices):
            shown.append(Narrowing(facet, choices))
    return shown


def names_of(values: dict[str, list[str]], audience) -> dict[tuple[str, str], str]:
    """What values are called, by facet and value; those that the audience may not be told of are missing."""
    named, queries = {}, []
    for facet in facets():
        wanted = values[facet.key]
        if facet.names and wanted:
            column = Value(facet.key, output_field=CharField())
            queries.append(facet.names(audience, wanted).order_by().annotate(facet=column))
        elif facet.key == "kind":
            named |= {("kind", value): kinds()[value].many for value in wanted if value in kinds()}
        elif not facet.names:
            choices = facet.choices or {value: value for value in wanted}
            named |= {(facet.key, value): choices[value] for value in wanted if value in choices}
    if queries:
        rows = queries[0].union(*queries[1:], all=True) if len(queries) > 1 else queries[0]
        named |= {(facet, value): name for value, name, facet in rows}
    return named


def address(parameters, changes: dict[str, str | None]) -> str:
    """The address of the same search with some of it changed, from its first screen."""
    query = parameters.copy()
    for key, value in {"page": None, **changes}.items():
        if value is None:
            query.pop(key, None)
        else:
            query[key] = value
    return f"?{query.urlencode()}"
