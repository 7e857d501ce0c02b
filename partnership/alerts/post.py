"""Sends letters: each at least once, and at most once more when a crash or the network leaves it unknown.

Logs name letters, never addresses; errors of mail servers do name them, so only their kind and code are kept.
"""

import logging
from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import get_connection

from partnership.content.visibility import Audience

from .mails import can_be_sent
from .models import Letter
from .models.subscriptions import WITHHELD
from .writing import written

logger = logging.getLogger(__name__)

BATCH = 100
SERVER_DOWN_WAIT = timedelta(minutes=5)


def send_batch(clock) -> bool:
    """Send at most 100 of the letters that are due; `clock()` gives the present moment. True when more may wait."""
    letters = Letter.objects.claim(clock(), BATCH) if can_be_sent() else []
    if not letters:
        return False
    connection = get_connection()
    try:
        for letter in letters:
            if not _reach(connection):
                # Nobody's fault but the server's: no letter's tries are used up, and the next job comes soon.
                Letter.objects.waiting().filter(claim=letter.claim).update(due_at=clock() + SERVER_DOWN_WAIT)
                return False
            _send(letter, connection, clock)
    finally:
        _hang_up(connection)
    return len(letters) == BATCH


def _reach(connection) -> bool:
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        logger.warning("The mail server cannot be reached (%s).", type(error).__name__)
        return False
    return True


def _hang_up(connection) -> None:
    try:
        connection.close()
    except (SMTPException, OSError) as error:
        logger.info("The mail server hung up first (%s).", type(error).__name__)


def _send(letter: Letter, connection, clock) -> None:
    try:
        mail = written(letter, Audience(clock()), connection)
        if mail is None:
            letter.give_up(WITHHELD, clock())
            return
    except Exception as error:
        # One thing that a section cannot resolve keeps nobody else's letter from going out.
        logger.exception("Letter %s could not be written.", letter.pk)
        letter.record_failure(type(error).__name__, clock())
        return
    if not letter.start(clock()):
        return
    try:
        mail.send()
    except Exception as error:
        _record_error(letter, error, clock())
        # Whatever state the conversation was in, the next letter begins a new one.
        _hang_up(connection)
    else:
        letter.record_sent(clock())


def _record_error(letter: Letter, error: Exception, now) -> None:
    """Mail backends other than SMTP have exceptions of their own: what is not known to be a refusal may have gone."""
    code = _code(error)
    problem = f"{type(error).__name__} {code or ''}".strip()
    logger.warning("Letter %s was not sent: %s.", letter.pk, problem)
    if isinstance(error, SMTPRecipientsRefused) and 500 <= code < 600:
        letter.give_up(problem, now)
    elif code:
        letter.record_refused(problem, now)
    else:
        letter.record_failure(problem, now)


def _code(error: Exception) -> int:
    """The mail server's answer, 0 where it gave none."""
    if isinstance(error, SMTPRecipientsRefused):
        return max(code for code, _ in error.recipients.values())
    if isinstance(error, SMTPResponseException) and error.smtp_code > 0:
        return error.smtp_code
    return 0
