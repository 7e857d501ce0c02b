"""A mail server that keeps what it is given."""

from email import message_from_bytes
from email.policy import default


class Mailbox:
    """Keeps the mail it is given."""

    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 -- aiosmtpd's name
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"
