"""What the e-mails say."""

from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from .models import Frequency, Letter
from .registry import Topic


def can_be_sent() -> bool:
    """Whether the site has a mail server; without one nobody is offered e-mail, and no letter is lost."""
    return settings.EMAIL_BACKEND != "django.core.mail.backends.dummy.EmailBackend"


def absolute(url: str) -> str:
    """An address on this site in full; mail has no page that it could be relative to."""
    return urljoin(settings.PUBLIC_BASE_URL, url)


def message_id(letter: Letter) -> str:
    """The same for the same letter, however often it is sent."""
    return f"<{letter.pk.hex}@{urlsplit(settings.PUBLIC_BASE_URL).hostname}>"


def message(letter: Letter, topic: Topic, connection=None) -> EmailMultiAlternatives:
    """A letter as e-mail, in plain text and in HTML; `topic` is what it is about, as the public sees it now."""
    subscription, event = letter.subscription, letter.event
    leave_url = absolute(reverse("alerts:leave", args=[subscription.key]))
    context = {
        "topic": topic,
        "topic_url": absolute(topic.url),
        "description": subscription.topic_kind.description,
        "leave_url": leave_url,
    }
    if event:
        template, subject = "event", event.subject
        context |= {"event": event, "event_url": absolute(event.url)}
    elif subscription.confirmed_at:
        template, subject = "already", f"You already follow this: {topic.title}"
    else:
        template, subject = "confirm", f"Please confirm: e-mails about {topic.title}"
        context["confirm_url"] = absolute(reverse("alerts:confirm", args=[subscription.key]))
    return _mail(letter, subject, template, context, connection)


def digest_message(letter: Letter, groups: list[tuple], connection=None) -> EmailMultiAlternatives:
    """A digest as e-mail; `groups` are topics, each with the events that it tells of."""
    count = sum(len(events) for _, events in groups)
    often = {Frequency.DAILY: "daily ", Frequency.WEEKLY: "weekly "}.get(letter.follower.frequency, "")
    subject = f"Your {often}update: {count} {'piece' if count == 1 else 'pieces'} of news"
    context = {
        "subject": subject,
        "groups": [
            (topic, [{"event": event, "url": absolute(event.url)} for event in events])
            for topic, events in groups
        ],
        "leave_url": absolute(reverse("alerts:leave_all", args=[letter.follower.key])),
    }
    return _mail(letter, subject, "digest", context, connection)


def _mail(letter: Letter, subject: str, template: str, context: dict, connection) -> EmailMultiAlternatives:
    context |= {
        "site_name": settings.SITE_NAME,
        "manage_url": absolute(reverse("alerts:manage", args=[letter.follower.key])),
    }
    mail = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string(f"alerts/mail/{template}.txt", context),
        to=[letter.follower.address],
        reply_to=[settings.REPLY_TO_EMAIL] if settings.REPLY_TO_EMAIL else None,
        headers={
            "Message-ID": message_id(letter),
            # RFC 8058: the mail programme's own button, without a visit to the site.
            "List-Unsubscribe": f"<{context['leave_url']}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            # RFC 3834: nobody's out-of-office note is to answer this.
            "Auto-Submitted": "auto-generated",
        },
        connection=connection,
    )
    mail.attach_alternative(render_to_string(f"alerts/mail/{template}.html", context), "text/html")
    return mail


def letter(address: str, subject: str, template: str, context: dict) -> EmailMultiAlternatives:
    """An e-mail to one person about a case of theirs, in plain text and in HTML, by the two templates of that name."""
    context = {"site_name": settings.SITE_NAME, **context}
    mail = EmailMultiAlternatives(
        # In one line: a title with a line break in it must not start another header.
        subject=" ".join(subject.split()),
        body=render_to_string(f"{template}.txt", context),
        to=[address],
        reply_to=[settings.REPLY_TO_EMAIL] if settings.REPLY_TO_EMAIL else None,
        headers={"Auto-Submitted": "auto-generated"},
    )
    mail.attach_alternative(render_to_string(f"{template}.html", context), "text/html")
    return mail
