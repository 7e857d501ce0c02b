"""Browsers that an account was signed in to from before: their owner is let in whatever others on the network try.

The cookie says nothing but that; it opens nothing without the password and the second step.
"""

from django.conf import settings
from django.core import signing
from django.utils.crypto import get_random_string

COOKIE = "known_browser"
SALT = "partnership.accounts.known_browser"
AGE = 180 * 24 * 3600


def mark_of(request, login: str) -> str:
    """The mark of a browser that this account was signed in to from, or "" for one that is not known."""
    try:
        known = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=AGE)
    except signing.BadSignature:
        return ""
    return known["mark"] if login.lower() in known["names"] else ""


def remember(response, user) -> None:
    """Let a browser tell from now on that this account was signed in to from it."""
    names = [name.lower() for name in (user.get_username(), user.email) if name]
    response.set_cookie(
        COOKIE,
        signing.dumps({"names": names, "mark": get_random_string(16)}, salt=SALT),
        max_age=AGE,
        path="/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
