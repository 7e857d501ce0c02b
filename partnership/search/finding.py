"""Finding things by words: the one place that asks the search index."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Exists, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page, get_page_models

from partnership.content.models import BasePage
from partnership.content.visibility import Audience

from .matching import MOST, Match, matches
from .models import EntryText, Stale
from .models.entries import split_facets
from .query import Query, understand
from .registry import kinds, source_of
from .sentences import TELLING, Sentence, best_sentence, marked, wanted_stems

# Other pages of the same file that are named below a result.
OTHERS_SHOWN = 5


@dataclass
class Hit:
    """One result, with what a reader needs to know whether it is the right one."""

    match: Match
    title: str
    url: str
    page: Page
    sentence: Sentence | None = None
    trail: list[str] = field(default_factory=list)
    # Other places in the same thing that hold the words.
    elsewhere: list[Match] = field(default_factory=list)
    # Where in it the words are, and where else, in words; further ways to it: (what it says, address).
    place: str = ""
    others: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What sort of thing it is, in words; "" for a plain page."""
        named = kinds()
        values = [
            value for facet, value in split_facets(self.match.facets) if facet == "kind" and value in named
        ]
        return named[values[0]].one if values and values[0] != "page" else ""


def find(
    words: str | Query, audience: Audience, filters: dict[str, str] | None = None, order="relevance"
) -> "Found":
    """What `audience` may see and what holds the words, best first; `filters` are values of facets."""
    query = understand(words) if isinstance(words, str) else words
    return Found(query, audience, filters or {}, order)


class Found:
    """What a search found. Nothing is asked of the database before a count or a slice is."""

    def __init__(self, query: Query, audience: Audience, filters: dict[str, str], order: str):
        self.query = query
        self.audience = audience
        self.filters = filters
        self.order = order
        # Whether no result has all of the words, and these have some of them.
        self.partly = False
        self.is_capped = False

    @cached_property
    def matches(self) -> list[Match]:
        """All that was found, best first."""
        found = self._matching(self.query.all_of_them())
        if not found and len(self.query.groups) > 1:
            found = self._matching(self.query.any_of_them())
            self.partly = bool(found)
        return found

    def _matching(self, expression) -> list[Match]:
        if expression is None:
            return []
        found = matches(expression, self.audience, self.filters, self.order)
        self.is_capped = len(found) > MOST
        return one_of_each(still_visible(found[:MOST], self.audience))

    def count(self) -> int:
        """How many there are."""
        return len(self.matches)

    __len__ = count

    @cached_property
    def facet_counts(self) -> dict[str, Counter]:
        """How many results have each value of each facet."""
        counts = defaultdict(Counter)
        for facets, number in Counter(match.facets for match in self.matches).items():
            for facet, value in split_facets(facets):
                counts[facet][value] += number
        return counts

    def __getitem__(self, wanted: slice) -> list[Hit]:
        """Some of the results in their order."""
        return hits(self.matches[wanted], self.query, self.audience)


def still_visible(found: list[Match], audience: Audience) -> list[Match]:
    """Those whose section lets the audience see them now, whatever the index has of them."""
    keys = defaultdict(set)
    for match in found:
        keys[match.kind].add(match.key)
    visible = {}
    for kind, its_keys in keys.items():
        source = source_of(kind)
        visible[kind] = source.visible(its_keys, audience) if source else set()
    return [match for match in found if match.key in visible[match.kind]]


def one_of_each(found: list[Match]) -> list[Match]:
    """The best match of each thing; it knows the `others`, other pages of the same document."""
    best = {}
    for match in found:
        first = best.setdefault((match.kind, match.key), match)
        if first is not match:
            first.others.append(match)
    return list(best.values())


def hits(found: list[Match], query: Query, audience: Audience) -> list[Hit]:
    """What the screen shows of matches, in a fixed number of queries."""
    pages = Page.objects.annotate(summary=summary_of_any_type()).in_bulk({match.page_id for match in found})
    texts = texts_of([match for best in found for match in (best, *best.others[:OTHERS_SHOWN])])
    made = []
    for match in found:
        page = pages.get(match.page_id)
        url = page.url if page else None
        if url is None:
            continue
        # A page says itself what it is; of other things the first paragraph does.
        is_page = match.kind == "page"
        hit = Hit(match, page.title if is_page else match.title, url + match.address, page)
        text, _ = texts.get(match.id, ("", set()))
        hit.sentence = best_sentence(text, query)
        lead = page.summary if is_page else text.split("\n", 1)[0]
        if not match.place and lead and (hit.sentence is None or len(str(hit.sentence)) < TELLING):
            hit.sentence = marked(lead, query)
        wanted = wanted_stems(query)
        hit.elsewhere = [m for m in match.others[:OTHERS_SHOWN] if wanted & texts.get(m.id, ("", set()))[1]]
        made.append(hit)
    add_trails(made, audience)
    for kind in {hit.match.kind for hit in made}:
        source_of(kind).present([hit for hit in made if hit.match.kind == kind], audience)
    return made


def texts_of(found: list[Match]) -> dict[int, tuple[str, set[str]]]:
    """What matches say and its stems, by the key of their row; nothing of what changed since it was read."""
    changed = Stale.objects.filter(kind=OuterRef("entry__kind"), key=OuterRef("entry__key"))
    texts = EntryText.objects.filter(~Exists(changed), entry__in=[match.id for match in found])
    return {
        entry: (text, set(words.split()))
        for entry, text, words in texts.values_list("entry", "text", "text_words")
    }


def summary_of_any_type():
    """The summary of a page whose type is not known: one expression instead of a query for each type."""
    types = [
        model
        for model in get_page_models()
        if issubclass(model, BasePage) and model._meta.get_field("summary").model is model
    ]
    summaries = [Subquery(model.objects.filter(pk=OuterRef("pk")).values("summary")[:1]) for model in types]
    return Coalesce(*summaries, Value(""), output_field=TextField())


def add_trails(made: list[Hit], audience: Audience) -> None:
    """Give each hit its `trail`: the titles of the pages above it, below the home page."""
    home_depth = 2
    above = {}
    for hit in made:
        # What stands on a page of its own lies below that page.
        deepest = hit.page.depth + (hit.match.kind != "page")
        above[hit.match.id] = [
            hit.page.path[: depth * Page.steplen] for depth in range(home_depth + 1, deepest)
        ]
    wanted = {path for paths in above.values() for path in paths}
    titles = {}
    if wanted:
        titles = dict(audience.visible(Page.objects.filter(path__in=wanted)).values_list("path", "title"))
    for hit in made:
        hit.trail = [titles[path] for path in above[hit.match.id] if path in titles]
