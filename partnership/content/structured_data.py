"""What a page says of itself to machines, in the words of schema.org.

A page type puts what it knows into its context as `structured_data`, a list of things as dictionaries; the template of
every page prints it as JSON-LD. It says no more than the page does.
"""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import SafeString, mark_safe

SCHEMA = "https://schema.org"
# What could end the script element, or begin another.
UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def thing(of_type: str, **facts) -> dict:
    """A thing of schema.org by its type, with what is known of it; what is None or empty is left out."""
    return {"@type": of_type, **{name: value for name, value in facts.items() if value not in (None, "", [])}}


def breadcrumb_list(ways: list[tuple[str, str]]) -> dict:
    """The way down to a page, as (title, whole address) of each page on it."""
    return thing(
        "BreadcrumbList",
        itemListElement=[
            thing("ListItem", position=number, name=title, item=address)
            for number, (title, address) in enumerate(ways, start=1)
        ],
    )


def json_ld(things: list[dict]) -> SafeString:
    """Things as the text of a JSON-LD script element, which nothing in them can end."""
    graph = {"@context": SCHEMA, "@graph": things} if len(things) > 1 else {"@context": SCHEMA, **things[0]}
    text = json.dumps(graph, cls=DjangoJSONEncoder, ensure_ascii=False)
    return mark_safe(text.translate(UNSAFE))  # noqa: S308 (nothing that HTML reads is left in it)
