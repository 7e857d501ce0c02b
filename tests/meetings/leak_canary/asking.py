"""Asking every address that the site knows, and listening for the word in its answers.

What a later section adds is tried as well: addresses come from the site itself, with the planted things' keys where
they take a key.
"""

import re
from itertools import product

from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry as registry

from .planting import CANARY, KEY, Planted

# They end the session, or fail for a test.
NOT_ASKED = re.compile(r"logout|sign_out|log_out|error_test")
MODELS = {
    "documents": ["customdocument"],
    "meetings": [
        "agendaitem", "agendapaper", "meetingpage", "publicnotice", "minutes", "minutesedition", "minuteditem",
        "recording", "question", "itemrecord", "action", "chairsaction", "meetingpack", "packbuild", "privatejoinlink",
    ],
    "wagtailcore": ["page"],
}  # fmt: skip


def client_of(planted: Planted, who: str) -> Client:
    """A client signed in as one of the people; "" for nobody."""
    client = Client(raise_request_exception=False)
    if who:
        client.force_login(planted.people[who])
    return client


def addresses(patterns=None, names=(), spaces=()):
    """Every named address of the site: (its full name, the names of its parameters)."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from addresses(pattern.url_patterns, (*names, *parameters(pattern)), inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield ":".join((*spaces, pattern.name)), (*names, *parameters(pattern))


def parameters(pattern) -> tuple[str, ...]:
    """The parameters of one piece of an address."""
    return tuple(pattern.pattern.regex.groupindex) or ("",) * pattern.pattern.regex.groups


def guesses(name: str, planted: Planted) -> list:
    """What somebody would try in place of a parameter."""
    if name == "public_id":
        return [planted.document.public_id]
    if name == "filename":
        return [planted.version.filename, "x.pdf"]
    if name == "number":
        return [1]
    if name == "part":
        return ["A", "B"]
    if name in ("uid", "uuid"):
        return [planted.meeting.translation_key]
    if name == "kind":
        return ["committee", "public", "members"]
    return [KEY, planted.meeting.pk]


def values_for(takes: tuple[str, ...], planted: Planted):
    """Every guess for an address that takes these parameters."""
    if takes[:2] != ("app_label", "model_name"):
        yield from product(*(guesses(name, planted) for name in takes))
        return
    for app, model in ((app, model) for app, models in MODELS.items() for model in models):
        at_once = [action.action_type for action in registry.get_bulk_actions_for_model(app, model)]
        rest = [at_once if name == "action" else guesses(name, planted) for name in takes[2:]]
        yield from ((app, model, *values) for values in product(*rest))


def every_way(planted: Planted) -> list[str]:
    """All addresses, with guesses in place of their parameters, that look for the word too."""
    found = set()
    for name, takes in addresses():
        if NOT_ASKED.search(name) or len(takes) > 4:
            continue
        for values in values_for(takes, planted):
            try:
                named = dict(zip(takes, values, strict=True)) if all(takes) else None
                url = reverse(name, kwargs=named) if named else reverse(name, args=values)
            except NoReverseMatch:
                continue
            found.add(f"{url}?id={KEY}&q={CANARY}&item={KEY}&next=/admin/")
    return sorted(found)


def listen(client: Client, url: str, planted: Planted, **headers):
    """Ask an address, and note it where the word is heard; return the answer."""
    response = client.get(url, follow=False, headers=headers)
    note(response, url, planted)
    return response


def note(response, url: str, planted: Planted) -> None:
    """Note an address where the word is heard in the body or the headers of its answer."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    # What was asked for is said back, on search screens; that is no leak.
    said = body.decode("utf-8", "replace").replace(f"q={CANARY}", "").lower()
    said = re.sub(rf'(value="|[“"\'>]|&quot;|&#x27;|q%3d|=){CANARY}(?![-\w])', "", said)
    headers_told = [response.get(name, "") for name in ("Content-Disposition", "Link", "Location")]
    told = f"{said} {' '.join(headers_told)}".lower()
    if f"{CANARY}-" in told or f"{CANARY}.example" in told:
        planted.heard.append(url)
