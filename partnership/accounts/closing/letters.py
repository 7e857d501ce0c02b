"""Letters to the owners of accounts."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)


def send(user, letter: str, **more) -> bool:
    """Send `templates/accounts/mail/<letter>.txt`, whose first line is the subject. Whether it went."""
    if not user.email:
        # There is nobody to be told; what follows does not wait for it.
        return True
    context = {"account": user, "site_name": settings.SITE_NAME, "site": settings.PUBLIC_BASE_URL, **more}
    subject, _, text = render_to_string(f"accounts/mail/{letter}.txt", context).partition("\n")
    try:
        send_mail(subject.strip(), text.lstrip(), None, [user.email])
    except (SMTPException, OSError) as error:
        logger.warning("A letter to the owner of an account could not be sent (%s).", type(error).__name__)
        return False
    return True
