"""What the e-mails about formats say. The confirmation repeats nothing that was typed: anybody can type an address."""

from mimetypes import guess_type

from django.core.mail import EmailMultiAlternatives

from partnership.alerts.mails import absolute, letter
from partnership.content.visibility import Audience

from ..models import FormatReply, FormatRequest
from ..visibility import is_public, may_be_public

# Larger files are had by their link.
MOST_ATTACHED = 8_000_000  # bytes


def about(made: FormatRequest, template: str, subject: str, context: dict) -> EmailMultiAlternatives:
    """An e-mail about a request."""
    return letter(made.email, subject, f"documents/formats/mail/{template}", {"made": made, **context})


def confirmation(made: FormatRequest) -> EmailMultiAlternatives:
    """We have your request."""
    return about(made, "confirmation", f"We have your request {made.reference}", {})


def reply_letter(reply: FormatReply) -> EmailMultiAlternatives:
    """Our answer, with the new file where there is one and it is not too large to send."""
    document = reply.document
    if document and not may_be_public(document):
        document = None
    attached = bool(document) and (document.file_size or 0) <= MOST_ATTACHED
    public = bool(document) and is_public(document, Audience())
    context = {
        "reply": reply,
        "attached": attached,
        "file_url": absolute(document.url) if public else "",
    }
    mail = about(reply.request, "reply", f"Your request {reply.request.reference}", context)
    if attached:
        with document.file.storage.open(document.file.name, "rb") as file:
            kind = guess_type(document.filename)[0] or "application/octet-stream"
            mail.attach(document.filename, file.read(), kind)
    return mail
