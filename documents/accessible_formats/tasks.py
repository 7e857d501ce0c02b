"""The background's part: letters. A task is given keys only, for what it is given is kept for weeks."""

from django.utils import timezone
from django_tasks import task

from partnership.alerts.mails import can_be_sent

from ..models import FormatReply, FormatRequest
from .floods import may_be_confirmed
from .mails import confirmation, reply_letter


@task()
def send_confirmation(request_id: int) -> None:
    """Tell somebody that we have their request; once, and not where the mailbox gets too many of them."""
    waiting = FormatRequest.objects.filter(pk=request_id, confirmed_at=None).exclude(email="")
    made = waiting.select_related("document").first()
    now = timezone.now()
    if made is None or not can_be_sent() or not may_be_confirmed(made.email, now):
        return
    confirmation(made).send()
    waiting.update(confirmed_at=now)


@task()
def send_reply(reply_id: int) -> None:
    """Send a reply by e-mail, once."""
    waiting = FormatReply.objects.filter(pk=reply_id, sent_at=None).exclude(request__email="")
    reply = waiting.select_related("request__document", "document").first()
    if reply is None or not can_be_sent():
        return
    reply_letter(reply).send()
    waiting.update(sent_at=timezone.now())
