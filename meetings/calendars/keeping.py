"""Keeps how often a meeting changed as calendars show it, whichever way it was published or taken down."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished, post_page_move

from ..models import CalendarEntry, CommitteePage, MeetingPage
from .telling import shown_digest


@receiver(page_published, sender=MeetingPage)
def keep(sender, instance, **kwargs):
    """Enter a published meeting, or raise its number where calendars show something else now."""
    starts_at, ends_at = instance.public_starts_at, instance.public_ends_at
    if not starts_at or not ends_at:
        return
    now = timezone.now()
    facts = {
        "starts_at": starts_at,
        "ends_at": ends_at,
        "shown_digest": shown_digest(instance),
        "withdrawn_at": None,
    }
    with transaction.atomic():
        entry = CalendarEntry.objects.select_for_update().filter(uid=instance.translation_key).first()
        if entry is None:
            # A meeting that was public before such entries were kept has been shown under the first number.
            was_public = instance.first_published_at != instance.last_published_at
            CalendarEntry.objects.create(
                uid=instance.translation_key,
                meeting=instance,
                committee_id=instance.get_parent().pk,
                sequence=int(was_public),
                changed_at=now,
                **facts,
            )
        elif entry.withdrawn_at or entry.shown_digest != facts["shown_digest"]:
            CalendarEntry.objects.filter(pk=entry.pk).update(
                sequence=F("sequence") + 1, changed_at=now, meeting=instance, **facts
            )


@receiver(page_unpublished, sender=MeetingPage)
def withdraw(sender, instance, **kwargs):
    """Note that the public no longer has a meeting's page."""
    withdraw_entries(CalendarEntry.objects.filter(meeting=instance.pk), timezone.now())


@receiver(pre_delete, sender=MeetingPage)
def withdraw_deleted(sender, instance, **kwargs):
    """Note that a meeting's page goes altogether; its entry stays."""
    withdraw_entries(CalendarEntry.objects.filter(meeting=instance.pk), timezone.now())


def withdraw_entries(entries, now: datetime) -> None:
    """Say once of each that it is off."""
    entries.filter(withdrawn_at=None).update(sequence=F("sequence") + 1, changed_at=now, withdrawn_at=now)


@receiver(post_page_move)
def follow_to_its_committee(sender, instance, **kwargs):
    """Keep with which committee a moved meeting stands."""
    if isinstance(instance, MeetingPage):
        committee = CommitteePage.objects.parent_of(instance).first()
        CalendarEntry.objects.filter(meeting=instance.pk).update(committee=committee)
