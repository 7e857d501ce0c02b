"""Pages as entries of feeds."""

from django.db.models import F

from .atom import NEVER
from .registry import MOST, Asked, Entry


def latest(pages):
    """The pages that were published last, as many as a feed holds."""
    return pages.order_by(F("last_published_at").desc(nulls_last=True), "-pk")[:MOST]


def page_entry(page, asked: Asked, title: str = "", summary: str = "") -> Entry:
    """A page as an entry, with the words that a section has for it or its own."""
    published_at = page.first_published_at or page.last_published_at or NEVER
    return Entry(
        key=f"page:{page.translation_key}",
        title=title or page.title,
        url=page.get_url(asked.request) or "",
        updated_at=page.last_published_at or published_at,
        published_at=published_at,
        summary=summary or page.summary,
    )
