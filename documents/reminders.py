"""Reminders to whoever is in charge of something awaited: before it is due, on the day, and every week after."""

import logging
from datetime import date, datetime, timedelta
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.accounts.roles import PUBLISHERS
from partnership.alerts.mails import can_be_sent

from .models import PublicationPage, Reminder

logger = logging.getLogger(__name__)

WEEK = timedelta(days=7)
# The earliest first.
BEFORE = (timedelta(weeks=4), WEEK)


class RemindersNotSentError(Exception):
    """Some reminders could not be sent; the next run tries them again."""


def latest_step(due_on: date, today: date) -> date | None:
    """The day of the newest reminder that is due by today; None where it is too early for the first."""
    if today >= due_on:
        return due_on + (today - due_on) // WEEK * WEEK
    passed = [due_on - before for before in BEFORE if due_on - before <= today]
    return max(passed, default=None)


def recipients(page: PublicationPage) -> list[str]:
    """Who is reminded: the person in charge, or whoever made the page, or else the publishers."""
    for person in (page.person_in_charge, page.owner):
        if person and person.is_active and person.email:
            return [person.email]
    publishers = User.objects.filter(groups__name=PUBLISHERS.name, is_active=True).exclude(email="")
    return sorted(set(publishers.values_list("email", flat=True)))


def send_due_reminders(now: datetime) -> int:
    """Send each reminder that is due and was not sent; return how many went out.

    However many steps were missed, one reminder says how things stand. A step from before its date was given to the
    public is nobody's miss. Raises RemindersNotSentError, after all others went out, where one could not be sent.
    """
    today = timezone.localdate(now)
    awaited = PublicationPage.objects.live().awaited().exclude(expected_on=None)
    awaited = awaited.select_related("person_in_charge", "owner", "organisation").prefetch_related(
        "expected_dates"
    )
    sent, failed = 0, 0
    for page in awaited.defer("body"):
        step = latest_step(page.due_on, today)
        given = page.expected_dates.all()
        if step is None or not given or step < timezone.localdate(given[0].recorded_at):
            continue
        reminder, _ = Reminder.objects.get_or_create(publication=page, due_on=page.due_on, step_on=step)
        if reminder.sent_at is None:
            try:
                sent += send(reminder, page, today, now)
            except OSError:  # smtplib's errors are of this kind
                logger.exception("The reminder about publication %s could not be sent.", page.pk)
                failed += 1
    if failed:
        raise RemindersNotSentError(f"{failed} reminders could not be sent.")
    return sent


def send(reminder: Reminder, page: PublicationPage, today: date, now: datetime) -> int:
    """Send one reminder and remember that it went out; return 1, or 0 where nobody can be reminded."""
    to = recipients(page)
    if not to:
        logger.warning("Nobody can be reminded of publication %s: no e-mail address is known.", page.pk)
        return 0
    # The same for the same reminder: one that is sent twice is seen to be the same mail.
    host = urlsplit(settings.PUBLIC_BASE_URL).hostname
    EmailMessage(
        subject=subject(page, today),
        body=render_to_string(
            "documents/mail/reminder.txt",
            {
                "publication": page,
                "late": page.days_late(today),
                "edit_url": urljoin(
                    settings.WAGTAILADMIN_BASE_URL, reverse("wagtailadmin_pages:edit", args=[page.pk])
                ),
                "site_name": settings.SITE_NAME,
            },
        ),
        to=to,
        headers={
            "Message-ID": f"<reminder-{reminder.pk}-{page.pk}@{host}>",
            "Auto-Submitted": "auto-generated",
        },
    ).send()
    Reminder.objects.filter(pk=reminder.pk).update(sent_at=now)
    return 1


def subject(page: PublicationPage, today: date) -> str:
    """What a reminder is about, in one line: "Due in 7 days: National response"."""
    days = (page.due_on - today).days
    if days == 0:
        when = "Due today"
    elif days > 0:
        when = f"Due in {days} day{'' if days == 1 else 's'}"
    else:
        when = f"{-days} day{'' if days == -1 else 's'} late"
    return " ".join(f"{when}: {page.title}".split())


def remind(now: datetime) -> None:
    """Send what is due where the site can send e-mail at all; without a mail server nothing is taken for sent."""
    if can_be_sent():
        send_due_reminders(now)
