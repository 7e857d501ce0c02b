"""Mail servers that tests send to, in good and in bad order."""

import re
import time

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.locmem import EmailBackend

LINK = re.compile(r"https?://\S+")


def links(mail) -> list[str]:
    """The addresses in a mail's plain text."""
    return LINK.findall(mail.body)


def path_of(mail, part: str) -> str:
    """The path of the one link in a mail that has this in it."""
    (found,) = [link for link in links(mail) if part in link]
    return "/" + found.split("/", 3)[3]


class Killed(BaseException):
    """What a process that is killed leaves behind: nothing it wanted to do afterwards is done."""


class DyingBackend(EmailBackend):
    """Delivers the mail and is killed before it can say so."""

    def send_messages(self, messages):
        super().send_messages(messages)
        raise Killed


class FailingBackend(EmailBackend):
    """Answers every mail with `error`, after delivering it where `delivers` is true."""

    error = OSError()
    delivers = False

    def send_messages(self, messages):
        if self.delivers:
            super().send_messages(messages)
        raise self.error


class SlowBackend(EmailBackend):
    """Takes so long over each mail that others come in between."""

    def send_messages(self, messages):
        time.sleep(0.002)
        return super().send_messages(messages)


class ClosedBackend(BaseEmailBackend):
    """A mail server that is down."""

    def open(self):
        raise ConnectionRefusedError
