"""What can be found, and by what it can be narrowed. Sections say it in their `searchable.py`; this app knows none.

@source("organisation", watches=[Organisation])
class Organisations:
    def keys(self): ...
    def offers(self, keys, audience): ...
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Model, QuerySet


@dataclass
class Offer:
    """One thing to be found, as its section offers it. `page_id` is the page that must be open to whoever finds it."""

    key: int
    page_id: int
    title: str
    text: str = ""
    place: int = 0
    address: str = ""
    facets: dict[str, list[str]] = field(default_factory=dict)
    dated_on: date | None = None
    weight: float = 1.0


class Source:
    """A kind of thing that can be found. Subclass it; `kind` is kept in the index and stays for ever."""

    kind: str
    # Models of whose rows a change, by signal, makes the thing with the key `key_of(row)` stale.
    watches: tuple[type[Model], ...] = ()

    def keys(self) -> Iterable[int]:
        """The keys of everything there is."""
        raise NotImplementedError

    def offers(self, keys: list[int], audience) -> Iterable[Offer]:
        """What there is to find of these keys, as far as the audience may see it."""
        raise NotImplementedError

    def stale_keys(self, instance) -> Iterable[int]:
        """Which things are to be read anew when a row of a watched model changes."""
        return [instance.pk]

    def keys_on(self, page_keys: list[int]) -> Iterable[int]:
        """Which things stand on these pages, and are to be read anew when one of those changes."""
        return []

    def visible(self, keys: set[int], audience) -> set[int]:
        """Those of the keys that this audience may see now; asked whenever something is looked for.

        The page that an entry stands on is checked already.
        """
        return keys

    def present(self, hits: list, audience) -> None:
        """Give the hits of this kind on a screen of results what they need beyond title and address."""


@dataclass(frozen=True)
class Facet:
    """A way to narrow what was found.

    `names`, called with an audience and values, gives a queryset of (value, name) pairs of what the audience may be
    told of; without it the values are their own names, or have those in `choices`. A value without a name is not
    offered.
    """

    key: str
    label: str
    order: int = 0
    names: Callable[[object, list[str]], QuerySet] | None = None
    choices: dict[str, str] | None = None


@dataclass(frozen=True)
class Kind:
    """What sort of thing a result is: “Publication”, “Publications”."""

    key: str
    one: str
    many: str


_sources: dict[str, Source] = {}
_facets: dict[str, Facet] = {}
_kinds: dict[str, Kind] = {}
_facts: dict[type[Model], Callable] = {}


def register_source(source: type[Source]) -> type[Source]:
    """Add a kind of thing that can be found. Usable as a decorator."""
    _sources[source.kind] = source()
    return source


def register_facet(facet: Facet) -> None:
    """Add a way to narrow what was found."""
    _facets[facet.key] = facet


def register_kind(key: str, one: str, many: str) -> None:
    """Name a sort of thing, the value of the facet “kind”."""
    _kinds[key] = Kind(key, one, many)


def kinds() -> dict[str, Kind]:
    """The sorts of things, by the value of the facet."""
    return _kinds


def facts_of(*models: type[Model]):
    """Register a function that gives what a page of these types offers beyond its title, words and place.

    It is called with a page and answers with a dictionary of fields of `Offer`.
    """

    def register(function):
        for model in models:
            _facts[model] = function
        return function

    return register


def sources() -> list[Source]:
    """All kinds of things."""
    return list(_sources.values())


def source_of(kind: str) -> Source | None:
    """The kind of this name, or None where no section registers it (any more)."""
    return _sources.get(kind)


def facets() -> list[Facet]:
    """All ways to narrow, in the order of the screen."""
    return sorted(_facets.values(), key=lambda facet: (facet.order, facet.key))


def facts_about(page) -> dict:
    """What the section of a page says about it; nothing where it says nothing."""
    for model in type(page).__mro__:
        if model in _facts:
            return _facts[model](page)
    return {}
