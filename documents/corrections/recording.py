"""Keeps which text of a publication was live from when to when, and what the public was told of each change.

All of it happens in the transaction that publishes the page: from the form, by approval, from a list or by the clock.
"""

import hashlib
from types import SimpleNamespace

from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from partnership.alerts.notifying import notify

from ..models import Correction, Edition, PublicationPage, RegisterEntry
from ..models.states import State
from ..register import record
from .changes import in_words, newest_edition, says_something_else, text_of


@receiver(page_published, sender=PublicationPage)
def keep_edition(instance, revision, **kwargs):
    """Keep what went live, unless it says what was live before."""
    page = instance
    # Wagtail also says “published” of what it has only put on the schedule.
    if not page.live:
        return None
    now = page.last_published_at or timezone.now()
    note = page.change_note.strip()
    with transaction.atomic():
        PublicationPage.objects.select_for_update().only("pk").get(pk=page.pk)
        last = newest_edition(page)
        changed = last is None or is_new(page, last, note)
        if not changed and last.live_until is None:
            return forget_note(page, revision)
        if last and last.live_until is None:
            Edition.objects.filter(pk=last.pk).update(live_until=now)
        edition = Edition.objects.create(
            publication=page,
            number=last.number + 1 if last else 1,
            revision=revision,
            live_from=now,
            awaited=page.state == State.AWAITED,
            unchanged=not changed,
        )
        if changed and note and last and not last.awaited:
            correct(page, edition, note, now)
        forget_note(page, revision)
    return None


def is_new(page, last: Edition, note: str) -> bool:
    """Whether a page that went live is another edition than the last."""
    if last.awaited != (page.state == State.AWAITED):
        return True
    return bool(note and not last.awaited) or says_something_else(page, last)


def correct(page, edition: Edition, note: str, now) -> None:
    """Tell the public of a change: on the page, in the register, and by e-mail to who follows it."""
    correction = Correction.objects.create(publication=page, note=note, corrected_at=now, edition=edition)
    record(RegisterEntry.Event.CORRECTED, *as_entered(page, edition.number), now, note)
    notify(
        "publication",
        page.pk,
        f"correction-{correction.pk}",
        f"Corrected: {page.title}",
        f"“{page.title}” was changed.\n\n{note}",
        page.url or "",
        now,
    )


def as_entered(page, number: int):
    """A publication's text as the register has files: something with a name, and a version with a digest."""
    digest = hashlib.sha256(in_words(text_of(page)).encode()).hexdigest()
    said = SimpleNamespace(public_id=f"page-{page.pk}", title=page.title)
    return said, SimpleNamespace(number=number, sha256=digest)


def forget_note(page, revision) -> None:
    """Take the note out of the form: the next change needs one of its own."""
    if not page.change_note:
        return
    page.change_note = ""
    PublicationPage.objects.filter(pk=page.pk).update(change_note="")
    revision.content["change_note"] = ""
    revision.save(update_fields=["content"])


@receiver(page_unpublished, sender=PublicationPage)
def end_edition(instance, **kwargs):
    """Keep until when the last text was live."""
    Edition.objects.filter(publication=instance.pk, live_until=None).update(live_until=timezone.now())
