"""Notices what changed, in the same transaction; reading it anew is left to the background."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from .indexing import forget, mark_stale
from .registry import sources
from .tasks import read_changes

# Columns of a page that say something about its drafts only.
OF_DRAFTS = {"draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at"}


def changed(kind: str, keys) -> None:
    """Note that things of a kind changed, and have them read anew once this transaction holds."""
    keys = list(keys)
    if not keys:
        return
    mark_stale(kind, keys)
    wake()


def wake() -> None:
    """Have the background read what was noted; asked once for each transaction, however much changes in it."""
    connection = transaction.get_connection()
    waiting = {function for _, function, *_ in connection.run_on_commit}
    if read_changes_soon not in waiting:
        transaction.on_commit(read_changes_soon)


def read_changes_soon() -> None:
    """Ask the background to read what changed."""
    read_changes.enqueue()


@receiver([post_save, post_delete])
def notice(sender, instance, signal, raw=False, update_fields=None, **kwargs):
    """A row of something that can be found, or that says something about it."""
    if raw or (update_fields and OF_DRAFTS.issuperset(update_fields)):
        return
    for source in sources():
        if issubclass(sender, source.watches):
            if signal is post_delete and isinstance(instance, source.watches[0]):
                forget(source.kind, [instance.pk])
            changed(source.kind, source.stale_keys(instance))


@receiver([page_published, page_unpublished])
def notice_page(sender, instance, **kwargs):
    """A page came or went, with all its inline rows."""
    changed("page", [instance.pk])


@receiver(post_page_move)
def notice_branch(sender, instance, **kwargs):
    """A branch stands elsewhere now: in another part of the site, more public or less."""
    changed("page", branch(instance))


@receiver([post_save, post_delete], sender=PageViewRestriction)
def notice_privacy(sender, instance, raw=False, **kwargs):
    """A branch was closed or opened."""
    if not raw:
        changed("page", branch(instance.page))


def branch(page) -> list[int]:
    """The keys of a page and of all pages below it."""
    return list(Page.objects.filter(path__startswith=page.path).values_list("pk", flat=True))
