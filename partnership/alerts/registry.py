"""Every kind of thing that somebody can follow. A section names its own in its `topics.py`; this app knows none.

@topic_kind("publication", "We will e-mail you when it is published, corrected, replaced or withdrawn.")
def publication(object_id: str, audience: Audience) -> Topic | None:
    page = audience.visible(PublicationPage.objects.filter(pk=number(object_id))).first()
    return Topic(page.title, page.url, prompt="Tell me when it comes") if page else None
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from partnership.content.visibility import Audience

MAX_OBJECT_ID_LENGTH = 100
# The topic that every piece of news belongs to.
EVERYTHING = ("everything", "all")


@dataclass(frozen=True)
class Topic:
    """One thing that somebody can follow, as the public sees it now."""

    title: str
    url: str
    prompt: str = "E-mail me when this changes"


@dataclass(frozen=True)
class TopicKind:
    """A kind of thing that can be followed.

    `description` is a sentence about what its followers are told. `resolve` is given whatever stands in an address
    as the thing's id, and an audience; it answers None for what does not exist and for what that audience may not
    see. `describe` says the same of a thing at hand, which somebody else knows to be public. `within` names the wider
    topics, by kind and id, whose followers are told of its news too: a publication's programmes.
    """

    key: str
    description: str
    resolve: Callable[[str, Audience], Topic | None]
    describe: Callable[[object], Topic] | None = None
    within: Callable[[str], Iterable[tuple[str, object]]] | None = None

    def topic(self, object_id: str, audience: Audience) -> Topic | None:
        """The thing of this id, if this audience may see it now."""
        if "\x00" in object_id or len(object_id) > MAX_OBJECT_ID_LENGTH:
            return None
        return self.resolve(object_id, audience)

    def wider(self, object_id: str) -> list[list[str]]:
        """The topics that the thing of this id lies within, by kind and id."""
        return [[kind, str(key)] for kind, key in self.within(object_id)] if self.within else []


_kinds: dict[str, TopicKind] = {}


def topic_kind(key: str, description: str, describe=None, within=None):
    """Register the function that resolves ids of a kind of thing; `key` stands in addresses and stays for ever."""

    def register(resolve):
        if key in _kinds and _kinds[key].resolve.__module__ != resolve.__module__:
            raise ValueError(f"Two kinds of topic are named {key}.")
        _kinds[key] = TopicKind(key, description, resolve, describe, within)
        return resolve

    return register


def kind_of(key: str) -> TopicKind | None:
    """The kind of this key, or None where no section registers it (any more)."""
    return _kinds.get(key)
