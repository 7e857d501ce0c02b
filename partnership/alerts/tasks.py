"""The background's part: answers to sign-ups and letters about events."""

from django.utils import timezone
from django_tasks import task

from .addressing import address_events
from .digests import gather_digests
from .post import send_batch
from .signing_up import answer_sign_ups


@task()
def deliver():
    """Do all that waits, and send one batch of letters. Takes no arguments: what a task is given is kept for weeks."""
    answer_sign_ups(timezone.now())
    address_events(timezone.now())
    gather_digests(timezone.now())
    # A batch a time, so that a letter to thousands keeps no other task waiting.
    if send_batch(timezone.now):
        deliver.enqueue()
