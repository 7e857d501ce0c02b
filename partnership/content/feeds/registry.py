"""Every kind of feed, and what stands in it. Sections say both in their `feeds.py`; this app knows none.

@feed("committee")
def committee(asked: Asked) -> Subject | None:
    page = asked.page_among(CommitteePage.objects.all())
    return Subject(page.title, page.get_url(asked.request), page) if page else None

@stands_in("committee", "site")
def meetings(subject: Subject, asked: Asked) -> Iterable[Entry]: ...

A section gives the newest `MOST` of what it has, and only what the audience may see.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from ..keys import is_key
from ..visibility import Audience

# How many entries a feed has.
MOST = 50


@dataclass(frozen=True)
class Entry:
    """One thing that is new. `key` names it among all things of the site and stays for ever."""

    key: str
    title: str
    url: str
    updated_at: datetime
    published_at: datetime
    # Safe HTML, or plain words.
    summary: str = ""


@dataclass(frozen=True)
class Subject:
    """What a feed is about, as the public sees it now."""

    title: str
    url: str
    thing: object = None
    kind: str = ""


@dataclass(frozen=True)
class Asked:
    """What somebody asked for: the key in the address, the rest of it, and the public as the audience."""

    key: str
    request: HttpRequest
    audience: Audience

    def page_among(self, pages):
        """The page of this key among a queryset's, where the public may see it; else None."""
        return self.audience.visible(pages).filter(pk=self.key).first() if is_key(self.key) else None


_subjects: dict[str, Callable[[Asked], Subject | None]] = {}
_sources: dict[str, list[Callable[[Subject, Asked], Iterable[Entry]]]] = defaultdict(list)


def feed(kind: str):
    """Register the function that says what a feed of this kind is about; `kind` stands in addresses for ever."""

    def register(resolve):
        _subjects[kind] = resolve
        return resolve

    return register


def stands_in(*kinds: str):
    """Register a function that gives entries for feeds of these kinds."""

    def register(source):
        for kind in kinds:
            _sources[kind].append(source)
        return source

    return register


def subject_of(kind: str, asked: Asked) -> Subject | None:
    """What a feed is about; None where there is no such feed for the public."""
    resolve = _subjects.get(kind)
    found = resolve(asked) if resolve else None
    return Subject(found.title, found.url, found.thing, kind) if found else None


def entries_of(subject: Subject, asked: Asked) -> list[Entry]:
    """What stands in a feed, newest first."""
    entries = [entry for source in _sources[subject.kind] for entry in source(subject, asked)]
    return sorted(entries, key=lambda entry: (entry.updated_at, entry.key), reverse=True)[:MOST]
