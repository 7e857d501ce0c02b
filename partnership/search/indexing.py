"""Writes what sections offer into the index, and takes out what they no longer do."""

import hashlib
import logging
from collections import defaultdict
from itertools import islice

from django.db import connection, transaction

from partnership.content.visibility import Audience

from .models import Entry, EntryText, Stale
from .models.entries import joined_facets
from .registry import Offer, Source, source_of, sources
from .words import index_words

logger = logging.getLogger(__name__)

BATCH = 100
# After so many it waits for the next full reading.
ATTEMPTS = 5
# Raised when words are cut in another way, so that everything is written anew.
EDITION = "1"


def refresh(kind: str, keys: list[int], audience: Audience) -> list[int]:
    """Read things of a kind anew. Returns the keys of those that could not be read; they keep what they had."""
    source = source_of(kind)
    if source is None:
        Entry.objects.filter(kind=kind, key__in=keys).delete()
        return []
    try:
        with transaction.atomic():
            write(kind, keys, list(source.offers(keys, audience)))
    except Exception:
        if len(keys) == 1:
            logger.exception("The search cannot read %s %s.", kind, keys[0])
            return keys
        # One of them is bad: the others are no worse for it.
        return [bad for key in keys for bad in refresh(kind, [key], audience)]
    return []


def write(kind: str, keys: list[int], offers: list[Offer]) -> None:
    """Make the index hold these offers and nothing else of these keys. What is unchanged is left alone."""
    old = {(e.key, e.place): e for e in Entry.objects.filter(kind=kind, key__in=keys)}
    new = {(offer.key, offer.place): entry_of(kind, offer) for offer in offers}
    unchanged = {at for at in new if at in old and old[at].fingerprint == new[at].fingerprint}
    gone = [entry.pk for at, entry in old.items() if at not in unchanged]
    if gone:
        EntryText.objects.filter(entry__in=gone).delete()
        Entry.objects.filter(pk__in=gone).delete()
    offers = [offer for offer in offers if (offer.key, offer.place) not in unchanged]
    entries = Entry.objects.bulk_create([new[offer.key, offer.place] for offer in offers], batch_size=500)
    EntryText.objects.bulk_create(
        [text_of(entry, offer) for entry, offer in zip(entries, offers, strict=True)], batch_size=200
    )


def entry_of(kind: str, offer: Offer) -> Entry:
    """The row to rank and narrow an offer by."""
    entry = Entry(
        kind=kind,
        key=offer.key,
        place=offer.place,
        page_id=offer.page_id,
        address=offer.address,
        title=offer.title[:255],
        facets=joined_facets(offer.facets),
        dated_on=offer.dated_on,
        weight=offer.weight,
    )
    said = [
        EDITION,
        entry.page_id,
        entry.address,
        offer.title,
        entry.facets,
        entry.dated_on,
        entry.weight,
        offer.text,
    ]
    entry.fingerprint = hashlib.blake2b(repr(said).encode("utf-8", "replace"), digest_size=16).hexdigest()
    return entry


def text_of(entry: Entry, offer: Offer) -> EntryText:
    """The words of an offer. NUL is no character to PostgreSQL."""
    text = offer.text.replace("\x00", " ")
    return EntryText(
        entry=entry, title_words=index_words(offer.title), text_words=index_words(text), text=text
    )


def forget(kind: str, keys) -> None:
    """Take things out of the index, at once."""
    entries = Entry.objects.filter(kind=kind, key__in=list(keys))
    EntryText.objects.filter(entry__in=entries).delete()
    entries.delete()


def mark_stale(kind: str, keys) -> None:
    """Note that things changed; part of the transaction that changes them."""
    # Noting twice is noting once, and waits for whoever is reading the thing at this moment: they may have read
    # what it was before.
    Stale.objects.bulk_create(
        [Stale(kind=kind, key=key) for key in sorted(set(keys))],
        update_conflicts=True,
        unique_fields=["kind", "key"],
        update_fields=["attempts"],
        batch_size=200,
    )


def catch_up(audience: Audience, limit: int = 1000) -> bool:
    """Read what was noted as changed, at most `limit` things. Returns whether there may be more to do."""
    noted = list(Stale.objects.filter(attempts__lt=ATTEMPTS).order_by("attempts", "pk")[:limit])
    by_kind = defaultdict(list)
    for stale in noted:
        by_kind[stale.kind].append(stale)
    for kind, stales in by_kind.items():
        for batch in in_batches(stales):
            with transaction.atomic():
                keys = [stale.key for stale in batch]
                reread(kind, keys, audience)
                if kind == "page":
                    follow(keys)
    return bool(noted)


def reread(kind: str, keys: list[int], audience: Audience) -> list[int]:
    """Read things anew and strike the notes about them. Returns the keys of those that could not be read."""
    with transaction.atomic():
        noted = Stale.objects.filter(kind=kind, key__in=keys)
        attempts = dict(noted.values_list("key", "attempts"))
        noted.delete()
        bad = refresh(kind, keys, audience)
        Stale.objects.bulk_create(Stale(kind=kind, key=key, attempts=attempts.get(key, 0) + 1) for key in bad)
    return bad


def follow(page_keys: list[int]) -> None:
    """Note what stands on pages that changed, and what stood on them."""
    for source in sources():
        if source.kind != "page":
            stood = Entry.objects.filter(kind=source.kind, page__in=page_keys).values_list("key", flat=True)
            mark_stale(source.kind, {*source.keys_on(page_keys), *stood.distinct()})


def rebuild(audience: Audience, progress=lambda kind, done, bad: None) -> dict[str, list[int]]:
    """Read everything anew, while searching goes on. Returns the keys of what could not be read, by kind."""
    bad = {}
    for source in sources():
        bad[source.kind] = []
        done = 0
        for batch in in_batches(source.keys()):
            bad[source.kind] += reread(source.kind, batch, audience)
            done += len(batch)
            progress(source.kind, done, len(bad[source.kind]))
        sweep(source)
        # Notes about what is not there (any more) have nothing to be read.
        Stale.objects.filter(kind=source.kind, attempts=0).exclude(key__in=source.keys()).delete()
    for leftover in (Entry, Stale):
        leftover.objects.exclude(kind__in=[source.kind for source in sources()]).delete()
    tidy()
    return bad


def sweep(source: Source) -> None:
    """Take out what no longer exists at all."""
    there = set(source.keys())
    known = set(Entry.objects.filter(kind=source.kind).values_list("key", flat=True).distinct().iterator())
    for batch in in_batches(sorted(known - there)):
        forget(source.kind, batch)


def tidy() -> None:
    """Let the database know what it holds now; its plans are made by that."""
    with connection.cursor() as cursor:
        for model in (Entry, EntryText):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def in_batches(things):
    """The same things, some at a time, as lists."""
    things = iter(things)
    return iter(lambda: list(islice(things, BATCH)), [])
