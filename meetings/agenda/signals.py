"""What follows by itself: a notice is recorded, private files go with their papers, the search reads anew."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published

from documents.models import CustomDocument, RegisterEntry
from partnership.content.visibility import Audience
from partnership.search.changes import changed

from ..models import AgendaItem, AgendaPaper, MeetingPage, PublicNotice


@receiver(page_published, sender=MeetingPage)
def record_notice(sender, instance, **kwargs):
    """Record when the public was told of a meeting to come, the first time."""
    now = timezone.now()
    given = PublicNotice.objects.filter(meeting=instance, kind=PublicNotice.Kind.NOTICE)
    is_to_come = instance.starts_at is not None and instance.starts_at > now
    if is_to_come and Audience(now).may_see(instance) and not given.exists():
        PublicNotice.objects.create(meeting=instance, kind=PublicNotice.Kind.NOTICE, at=now)


@receiver(post_save, sender=RegisterEntry)
def record_paper_held_back(instance, created, raw=False, **kwargs):
    """Record when the public got a paper that a warning had held back until now."""
    if raw or not created or instance.event != RegisterEntry.Event.PUBLISHED:
        return
    held_back = AgendaPaper.objects.public().filter(
        document__public_id=instance.public_id, public_notices__isnull=True
    )
    for paper in held_back.select_related("item__meeting"):
        PublicNotice.objects.create(
            meeting=paper.item.meeting,
            kind=PublicNotice.Kind.PAPER,
            paper=paper,
            at=instance.happened_at,
            reason=paper.release_note or paper.late_reason,
        )


@receiver(post_delete, sender=AgendaPaper)
def delete_private_file(instance, **kwargs):
    """Delete a private file that no paper has any more: nobody could reach it."""
    left = AgendaPaper.objects.filter(document=instance.document_id)
    for document in CustomDocument.with_private.filter(pk=instance.document_id, is_private=True):
        if not left.exists():
            document.delete()


@receiver([post_save, post_delete], sender=AgendaItem)
def read_meeting_anew(instance, raw=False, **kwargs):
    """Have the search read a meeting whose agenda changed."""
    if not raw:
        changed("page", [instance.meeting_id])


@receiver([post_save, post_delete], sender=AgendaPaper)
def read_meeting_of_paper_anew(instance, raw=False, **kwargs):
    """Have the search read a meeting whose papers changed."""
    if not raw:
        changed("page", AgendaItem.objects.filter(pk=instance.item_id).values_list("meeting", flat=True))
