"""How a section says that something happened."""

from datetime import datetime

from .models import Event
from .registry import kind_of
from .tasks import deliver


def notify(kind: str, object_id, event_key: str, subject: str, text: str, url: str, now: datetime) -> bool:
    """Tell everybody who follows a thing, or what it lies within, what happened to it, once.

    True the first time, False ever after.
    `event_key` names what happened and is the same however often it is reported ("publication-12-published").
    `text` is plain text, blank lines between paragraphs; `url` is where to read more, on this site. Call it in the
    transaction that makes it happen: then either both are kept or neither. Raises LookupError for a kind that no
    section registers.
    """
    registered = kind_of(kind)
    if registered is None:
        raise LookupError(f"Nothing that can be followed is of the kind {kind!r}.")
    _, new = Event.objects.get_or_create(
        key=event_key,
        defaults={
            "kind": kind,
            "object_id": str(object_id),
            # As it is now: where the thing belongs later is not where this happened.
            "also": lambda: registered.wider(str(object_id)),
            # In one line: a title with a line break in it must not start another header.
            "subject": " ".join(subject.split())[:200],
            "text": text,
            "url": url,
            "happened_at": now,
        },
    )
    if new:
        deliver.enqueue()
    return new
