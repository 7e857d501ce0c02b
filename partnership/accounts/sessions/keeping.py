"""Begins, lists and ends sign-ins; a session carries when it began and when it was last used."""

from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from ..models import SignIn
from .devices import in_words

BEGAN, SEEN, SIGN_IN = "began_at", "seen_at", "sign_in"
# So often at most it is written down that a session is in use.
WRITTEN_EVERY = timedelta(minutes=1)


@receiver(user_logged_in)
def begin(sender, request, user, **kwargs):
    """Write down that somebody signed in, and on what."""
    now = timezone.now()
    if request.session.session_key is None:
        # Somebody else was signed in here a moment ago: their session is gone, and this one has no key yet.
        request.session.create()
    sign_in, _ = SignIn.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={
            "user": user,
            "device": in_words(request.META.get("HTTP_USER_AGENT", "")),
            "began_at": now,
            "seen_at": now,
        },
    )
    request.session[SIGN_IN] = sign_in.pk
    request.session[BEGAN] = request.session[SEEN] = now.timestamp()


@receiver(user_logged_out)
def leave(sender, request, **kwargs):
    """Strike out what somebody ends themselves."""
    SignIn.objects.filter(session_key=request.session.session_key or "").delete()


def note_use(request, now: datetime) -> None:
    """Write down that a session is in use, once a minute at most, and its key where that was changed."""
    session = request.session
    if now.timestamp() - session.get(SEEN, 0) < WRITTEN_EVERY.total_seconds():
        return
    session[SEEN] = now.timestamp()
    session.setdefault(BEGAN, now.timestamp())
    SignIn.objects.filter(pk=session.get(SIGN_IN)).update(seen_at=now, session_key=session.session_key)


def follow_key(request) -> None:
    """Keep hold of the sign-in where the session got a new key, as it does when the password is changed."""
    SignIn.objects.filter(pk=request.session.get(SIGN_IN)).update(session_key=request.session.session_key)


def store_of(session_key: str):
    """The session of a key, as it is stored."""
    return import_module(settings.SESSION_ENGINE).SessionStore(session_key)


def sign_ins_of(user, now: datetime) -> list[SignIn]:
    """Where somebody is signed in at a moment; what cannot be used any more is left out."""
    current = user.get_session_auth_hash()
    found = SignIn.objects.filter(user=user).begun_since(SignIn.oldest(now))
    return [
        sign_in
        for sign_in in found
        if constant_time_compare(store_of(sign_in.session_key).get(HASH_SESSION_KEY, ""), current)
    ]


def end(sign_ins) -> None:
    """End sign-ins: whoever uses them is nobody from their next request on."""
    for sign_in in sign_ins:
        store_of(sign_in.session_key).delete()
        sign_in.delete()
