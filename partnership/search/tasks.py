"""The background's part: reading anew what changed."""

from django.utils import timezone
from django_tasks import task

from partnership.content.visibility import Audience

from .indexing import catch_up, rebuild


@task()
def read_changes():
    """Read a good many of the things that changed into the index, and come back for the rest."""
    if catch_up(Audience(timezone.now())):
        read_changes.enqueue()


@task()
def read_everything():
    """Read everything anew; what is unchanged is left alone."""
    rebuild(Audience(timezone.now()))
