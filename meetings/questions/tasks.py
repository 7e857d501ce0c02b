"""The background's part: letters. A task is given keys only, for what it is given is kept for weeks."""

from django.utils import timezone
from django_tasks import task

from partnership.alerts.mails import can_be_sent

from ..models import QuestionChange
from .floods import may_be_confirmed
from .mails import letter_about


@task()
def write_to_asker(change_id: int) -> None:
    """Tell whoever asked what was done, once; a confirmation not where the mailbox gets too many of them."""
    waiting = QuestionChange.objects.filter(pk=change_id, sent_at=None).exclude(letter="")
    waiting = waiting.exclude(question__email="")
    change = waiting.select_related("question__meeting").first()
    now = timezone.now()
    if change is None or not can_be_sent():
        return
    is_confirmation = change.letter == QuestionChange.Letter.CONFIRMATION
    if is_confirmation and not may_be_confirmed(change.question.email, now):
        return
    letter_about(change).send()
    waiting.update(sent_at=now)
