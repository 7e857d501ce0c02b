"""Finding pages by words: the one place that asks the search index."""

from functools import cached_property

from django.db.models import OuterRef, Subquery, TextField, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page, get_page_models

from partnership.content.models import BasePage


def find(words: str, audience) -> "Found":
    """The pages that `audience` may see and that hold the words, best first. `words` come from `plain_words`."""
    return Found(words, audience)


class Found:
    """What a search found. Nothing is asked of the database before a count or a slice is."""

    def __init__(self, words: str, audience):
        self.words = words
        self.audience = audience

    @cached_property
    def _ranked(self):
        # The index takes filters on the columns it knows of; a set of keys is all it needs to know here.
        visible = self.audience.visible(Page.objects.filter(depth__gt=1))
        pages = Page.objects.filter(pk__in=visible.values("pk"))
        ranked = pages.search(self.words, operator="and")
        return ranked if ranked.count() else pages.search(self.words, operator="or")

    @cached_property
    def _count(self) -> int:
        return self._ranked.count()

    def count(self) -> int:
        """How many there are."""
        return self._count

    def __len__(self):
        return self._count

    def __getitem__(self, wanted: slice) -> list[Page]:
        """Some of the results in their order, each with its `summary` and `trail`, of whatever type they are."""
        keys = [page.pk for page in self._ranked[wanted]]
        pages = Page.objects.annotate(summary=summary_of_any_type()).in_bulk(keys)
        results = [pages[key] for key in keys if key in pages]
        add_trails(results, self.audience)
        return results


def summary_of_any_type():
    """The summary of a page whose type is not known: one expression instead of a query for each type."""
    types = [
        model
        for model in get_page_models()
        if issubclass(model, BasePage) and model._meta.get_field("summary").model is model
    ]
    summaries = [Subquery(model.objects.filter(pk=OuterRef("pk")).values("summary")[:1]) for model in types]
    return Coalesce(*summaries, Value(""), output_field=TextField())


def add_trails(pages: list[Page], audience) -> None:
    """Give each page its `trail`: the titles of the pages above it, below the home page."""
    home_depth = 2
    above = {
        page.path: [page.path[: depth * Page.steplen] for depth in range(home_depth + 1, page.depth)]
        for page in pages
    }
    wanted = {path for paths in above.values() for path in paths}
    titles = {}
    if wanted:
        titles = dict(audience.visible(Page.objects.filter(path__in=wanted)).values_list("path", "title"))
    for page in pages:
        page.trail = [titles[path] for path in above[page.path] if path in titles]
