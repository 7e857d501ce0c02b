"""Writes the public register, and checks that nothing in it was lost or changed."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from .models.register import RegisterEntry, RegisterHead, sealed

# What the last line about a file says while the public has it.
STANDING = {RegisterEntry.Event.PUBLISHED, RegisterEntry.Event.REPLACED, RegisterEntry.Event.CORRECTED}


def record(event: str, document, version, now: datetime, reason: str = "") -> RegisterEntry:
    """Add a line about one version of a document, in the caller's transaction.

    Two writers take turns at the register's last line, so that the chain never forks.
    """
    with transaction.atomic():
        RegisterHead.objects.get_or_create(pk=1)
        head = RegisterHead.objects.select_for_update().get(pk=1)
        entry = RegisterEntry(
            number=head.number + 1,
            happened_at=now,
            event=event,
            public_id=document.public_id,
            version=version.number,
            sha256=version.sha256,
            title=document.title,
            reason=reason,
            previous_digest=head.digest,
        )
        entry.seal()
        entry.save(force_insert=True)
        RegisterHead.objects.filter(pk=1).update(number=entry.number, digest=entry.digest)
    return entry


def was_public(document) -> bool:
    """Whether the register knows a document, which is whether it ever was public."""
    return RegisterEntry.objects.filter(public_id=document.public_id).exists()


def version_was_public(version) -> bool:
    """Whether the public ever had a version of a document; not where it was replaced before that."""
    lines = RegisterEntry.objects.filter(public_id=version.document.public_id)
    return lines.filter(sha256=version.sha256).exists()


def ever_public(documents) -> set[str]:
    """The public identifiers of those documents that ever were public."""
    asked = [document.public_id for document in documents]
    return set(RegisterEntry.objects.filter(public_id__in=asked).values_list("public_id", flat=True))


def faults() -> Iterator[str]:
    """Go through the whole register and say, line by line, what does not hold; nothing where all is well."""
    expected_number, previous = 1, ""
    for entry in RegisterEntry.objects.order_by("number").iterator():
        if entry.number != expected_number:
            yield f"Line {expected_number} is missing."
        if entry.previous_digest != previous:
            yield f"Line {entry.number} does not follow the line before it."
        if entry.digest != entry.expected_digest():
            yield f"Line {entry.number} was changed after it was written."
        if entry.words_erased:
            if entry.title or entry.reason:
                yield f"Line {entry.number} has words again, which had been erased."
        else:
            for name, text, seal in (
                ("title", entry.title, entry.title_seal),
                ("reason", entry.reason, entry.reason_seal),
            ):
                if sealed(text, entry.salt) != seal:
                    yield f"The {name} in line {entry.number} was changed after it was written."
        expected_number, previous = entry.number + 1, entry.digest
    head = RegisterHead.objects.filter(pk=1).first()
    if (head.number if head else 0, head.digest if head else "") != (expected_number - 1, previous):
        yield f"The register should end with line {head.number if head else 0}."
