"""A feed as Atom (RFC 4287)."""

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed

from ..public_address import public_address
from .registry import Entry, Subject

# The year from which the site's host names things; part of what makes a name unique for ever (RFC 4151).
NAMED_SINCE = 2026
# Feeds without entries change when the first one comes.
NEVER = datetime(NAMED_SINCE, 1, 1, tzinfo=UTC)
# What XML cannot hold.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class StableAtomFeed(Atom1Feed):
    """Atom that says the same as long as nothing changes."""

    def latest_post_date(self):
        return super().latest_post_date() if self.items else NEVER


def tag_uri(name: str) -> str:
    """The name of a thing of this site that stays when its address changes (RFC 4151)."""
    return f"tag:{urlsplit(settings.PUBLIC_BASE_URL).hostname},{NAMED_SINCE}:{name}"


def written(subject: Subject, entries: list[Entry], path: str) -> bytes:
    """A feed as bytes; `path` is its own address here."""
    feed = StableAtomFeed(
        title=clean(subject.title),
        link=public_address(subject.url),
        description=None,
        language=settings.LANGUAGE_CODE,
        author_name=settings.SITE_NAME,
        feed_url=public_address(path),
        feed_guid=tag_uri(f"feed:{path}"),
    )
    for entry in entries:
        feed.add_item(
            title=clean(entry.title),
            link=public_address(entry.url),
            description=clean(entry.summary) or None,
            unique_id=tag_uri(entry.key),
            updateddate=entry.updated_at,
            pubdate=entry.published_at,
        )
    return feed.writeString("utf-8").encode()


def clean(text: str) -> str:
    """Text without what XML cannot hold."""
    return CONTROL.sub("", str(text))
