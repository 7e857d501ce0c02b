"""Where links that name something of the site lead for whoever reads: nowhere, where it is not open to them.

A section whose things can be linked to registers what finds their addresses:

@finds_addresses_of(CustomDocument)
def addresses(keys: set[int], request) -> dict[int, str]: ...
"""

from collections.abc import Callable

from django.utils.html import format_html
from wagtail.models import Page

from .keys import is_key
from .reader import current_request
from .visibility import may_open

_finders: dict[type, Callable] = {}


def finds_addresses_of(model):
    """Register the function that says where things of a model are; what a reader may not open has no entry."""

    def register(finder):
        _finders[model] = finder
        return finder

    return register


@finds_addresses_of(Page)
def addresses_of_pages(keys: set[int], request) -> dict[int, str]:
    """The addresses of those of these pages that a request may open."""
    pages = Page.objects.filter(pk__in=keys, live=True)
    return {page.pk: page.get_url(request) or "" for page in pages if may_open(request, page)}


def addresses(model, keys: set[int]) -> dict[int, str]:
    """Where these things are for the current reader. Each is looked up once a request."""
    request = current_request()
    if request is None:
        return _finders[model](keys, None)
    known = request.__dict__.setdefault("_addresses", {}).setdefault(model, {})
    if unknown := keys - known.keys():
        known.update(dict.fromkeys(unknown, ""))
        known.update(_finders[model](unknown, request))
    return known


def look_up_links(stream) -> None:
    """Find at once where everything that a body names is, so that no paragraph of it has to ask."""
    if stream and current_request() is not None:
        named: dict[type, set[int]] = {}
        for model, key, *_ in stream.stream_block.extract_references(stream):
            if model in _finders and is_key(key):
                named.setdefault(model, set()).add(int(key))
        for model, keys in named.items():
            addresses(model, keys)


def opening_tags(model, links: list[dict]) -> list[str]:
    """What stands before the words of each of these links of a rich text; without an address, words are all it is."""
    keys = [int(attrs["id"]) if is_key(attrs.get("id")) else 0 for attrs in links]
    found = addresses(model, set(keys))
    return [format_html('<a href="{}">', found[key]) if found.get(key) else "<a>" for key in keys]


def page_address(page) -> str:
    """Where a page chosen for a link is for the current reader, or ""."""
    request = current_request()
    return (page.get_url(request) or "") if may_open(request, page) else ""
