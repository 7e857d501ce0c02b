"""A search as a feed: what was published last of all that holds the words."""

from django.urls import reverse
from django.utils.html import escape

from partnership.content.feeds.atom import NEVER
from partnership.content.feeds.registry import MOST, Asked, Entry, Subject, feed, stands_in

from .finding import find
from .narrowing import filters_of
from .query import MAX_TYPED, understand
from .synonyms import with_synonyms


@feed("search")
def search(asked: Asked) -> Subject | None:
    """The words in the address (?q=); without any there is nothing to follow."""
    typed = asked.request.GET.get("q", "").replace("\x00", " ").strip()[:MAX_TYPED]
    query = with_synonyms(understand(typed))
    if asked.key or not query:
        return None
    return Subject(f"Search: {typed}", f"{reverse('search')}?{asked.request.GET.urlencode()}", query)


@stands_in("search")
def found(subject: Subject, asked: Asked):
    """What was found, by date; what has some of the words only is no answer to somebody who follows them."""
    results = find(subject.thing, asked.audience, filters_of(asked.request.GET), "date")
    hits = results[:MOST]
    if results.partly:
        return
    for hit in hits:
        published_at = hit.page.first_published_at or hit.page.last_published_at or NEVER
        yield Entry(
            key=f"found:{hit.match.kind}:{hit.match.key}",
            title=hit.title,
            url=hit.url,
            updated_at=hit.page.last_published_at or published_at,
            published_at=published_at,
            summary=escape(str(hit.sentence)) if hit.sentence else "",
        )
