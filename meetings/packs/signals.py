"""When a meeting's packs are put together anew, and when what was built goes at once."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from documents.leftovers import sweep_also
from documents.models import DocumentVersion
from documents.models.register import RegisterEntry
from documents.takedown import document_put_back, document_taken_down

from ..models import AgendaItem, AgendaPaper, MeetingPack, MeetingPage, PackBuild
from .asking import ask_soon
from .keeping import drop

sweep_also("packs")


def ask_for_documents(**documents) -> None:
    """Ask for the packs of all meetings that have such documents as papers."""
    papers = AgendaPaper.objects.filter(**documents)
    for meeting in papers.values_list("item__meeting", flat=True).distinct():
        ask_soon(meeting)


@receiver([post_save, post_delete], sender=AgendaItem)
def item_changed(instance, raw=False, **kwargs):
    """An item came, changed, moved or went."""
    if not raw:
        ask_soon(instance.meeting_id)


@receiver([post_save, post_delete], sender=AgendaPaper)
def paper_changed(instance, raw=False, **kwargs):
    """A paper came, changed or went."""
    if not raw:
        for meeting in AgendaItem.objects.filter(pk=instance.item_id).values_list("meeting", flat=True):
            ask_soon(meeting)


@receiver([page_published, page_unpublished], sender=MeetingPage)
def meeting_changed(instance, **kwargs):
    """What the public has of the meeting changed."""
    ask_soon(instance.pk)


@receiver(post_save, sender=DocumentVersion)
def file_replaced(instance, raw=False, **kwargs):
    """A document has a new version."""
    if not raw:
        ask_for_documents(document=instance.document_id)


@receiver(post_save, sender=RegisterEntry)
def file_became_public_or_ceased(instance, raw=False, **kwargs):
    """The public has a file, or has it no more: a warning was accepted, a page came or went."""
    if not raw:
        ask_for_documents(document__public_id=instance.public_id)


@receiver(document_put_back)
def file_put_back(document, **kwargs):
    """A file may be had again."""
    ask_for_documents(document=document.pk)


@receiver(document_taken_down)
def take_packs_down(document, **kwargs):
    """Take away every pack that the file is part of, in the transaction of its takedown."""
    for pack in MeetingPack.objects.filter(builds__documents=document.pk).distinct():
        drop(pack)
        ask_soon(pack.meeting_id)


@receiver(post_delete, sender=PackBuild)
def delete_bytes(instance, **kwargs):
    """Take the bytes of a deleted build off the disk."""
    if instance.file:
        storage, name = instance.file.storage, instance.file.name
        transaction.on_commit(lambda: storage.delete(name))
