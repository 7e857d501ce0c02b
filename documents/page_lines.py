"""What the public register says of a publication itself: its files have lines of their own, its text has none."""

from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from .corrections.recording import as_entered
from .models import PublicationPage, RegisterEntry
from .register import record

Event = RegisterEntry.Event


@receiver(page_published, sender=PublicationPage)
def register_text(instance, **kwargs):
    """Enter a publication that is all on its page as it becomes public, and any that was entered as it is withdrawn."""
    page = instance
    if not page.live:
        return
    if page.is_withdrawn:
        end(page, page.withdrawn_reason)
    elif not page.is_awaited and not stands(page) and not page.files.exclude(document=None).exists():
        enter(Event.PUBLISHED, page)


@receiver(page_unpublished, sender=PublicationPage)
def register_end(instance, **kwargs):
    """Enter that a publication stopped being public."""
    end(instance)


def end(page, reason: str = "") -> None:
    """Enter that a text is no longer to be had, where the register says that it is."""
    if stands(page):
        enter(Event.WITHDRAWN, page, reason)


def stands(page) -> bool:
    """Whether the register's last line about a publication's text says that the public has it."""
    last = RegisterEntry.objects.filter(public_id=f"page-{page.pk}").first()
    return last is not None and last.event != Event.WITHDRAWN


def enter(event: str, page, reason: str = "") -> None:
    """Add a line about a publication's text."""
    edition = page.editions.first()
    record(event, *as_entered(page, edition.number if edition else 1), timezone.now(), reason)
