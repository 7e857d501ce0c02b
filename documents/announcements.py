"""What the followers of a publication are told, and when."""

from django.dispatch import receiver
from wagtail.signals import page_published

from partnership.alerts.notifying import notify
from partnership.content.visibility import Audience

from .models import PublicationPage, RegisterEntry

State = PublicationPage.State
NEWS = {
    State.PUBLISHED: ("Published: {title}", "“{title}” has been published."),
    State.SUPERSEDED: ("Superseded: {title}", "There is a newer publication in place of “{title}”."),
    State.WITHDRAWN: ("Withdrawn: {title}", "“{title}” has been withdrawn.\n\n{reason}"),
}


@receiver(page_published, sender=PublicationPage)
def announce_state(instance, **kwargs):
    """Tell followers when a publication comes, is superseded or withdrawn; each of them once.

    The letter is asked for in the transaction that publishes the page, so both happen or neither. A page that was given
    a time is announced at that time, when it is published: until then nobody is told.
    """
    page, audience = instance, Audience()
    if page.state in NEWS and audience.may_see(page):
        subject, text = NEWS[page.state]
        words = {"title": page.title, "reason": page.withdrawn_reason}
        notify(
            "publication",
            page.pk,
            f"publication-{page.pk}-{page.state}",
            subject.format(**words),
            text.format(**words).strip(),
            page.url or "",
            audience.now,
        )


def announce_replacement(entry: RegisterEntry, document) -> None:
    """Tell followers of every publication that carries a document that its file was replaced."""
    if entry.event != RegisterEntry.Event.REPLACED:
        return
    audience = Audience(now=entry.happened_at)
    carriers = audience.visible(PublicationPage.objects.filter(files__document=document).distinct())
    for page in carriers:
        replaced = f"A file of “{page.title}” has been replaced: {document.title}."
        notify(
            "publication",
            page.pk,
            f"register-{entry.number}-{page.pk}",
            f"New version of a file: {page.title}",
            "\n\n".join(filter(None, [replaced, entry.reason, "Earlier versions stay readable."])),
            page.url or "",
            entry.happened_at,
        )
