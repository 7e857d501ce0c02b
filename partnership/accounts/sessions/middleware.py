"""Ends sessions that were left alone, and those that lasted their time."""

from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers

from ..roles import USE_ADMIN
from .keeping import BEGAN, SEEN, SIGN_IN, follow_key, note_use

# What a screen asks for by itself while nobody sits there.
BY_ITSELF = ("wagtailadmin_editing_sessions",)


class SessionsEnd:
    """Middleware: signs out whoever did nothing for too long, and tells them so when they come back."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        now = timezone.now()
        ended = self.end(request, now) if has_session and request.user.is_authenticated else ""
        key = request.session.session_key if has_session else None
        response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            # Whoever is signed in sees it in the head of every page.
            patch_vary_headers(response, ("Cookie",))
        if has_session and request.user.is_authenticated:
            if "Cache-Control" not in response:
                patch_cache_control(response, private=True)
            if request.session.session_key != key:
                follow_key(request)
            elif not is_by_itself(request):
                note_use(request, now)
        return said(response, ended)

    def end(self, request, now) -> str:
        """Sign out whoever's time is over; why, or ""."""
        session, moment = request.session, now.timestamp()
        if SIGN_IN not in session:
            return ""
        if moment - session[BEGAN] > settings.SESSION_COOKIE_AGE:
            why = "age"
        elif is_idle(request.user, (moment - session[SEEN]) / 60):
            why = "idle"
        else:
            return ""
        logout(request)
        return why


def is_idle(user, minutes: float) -> bool:
    """Whether somebody did nothing for longer than they may."""
    if minutes <= min(settings.SESSION_IDLE_MINUTES, settings.SESSION_IDLE_MINUTES_OF_READERS):
        return False
    edits = user.has_perm(USE_ADMIN)
    return minutes > (settings.SESSION_IDLE_MINUTES if edits else settings.SESSION_IDLE_MINUTES_OF_READERS)


def is_by_itself(request) -> bool:
    """Whether a screen asked by itself."""
    match = request.resolver_match
    return bool(match and match.namespaces and match.namespaces[0] in BY_ITSELF)


def said(response, ended: str):
    """An answer that leads to signing in, with the reason why one must."""
    address = response.get("Location", "")
    if ended and urlsplit(address).path == reverse("sign_in"):
        joint = "&" if "?" in address else "?"
        response["Location"] = f"{address}{joint}{urlencode({'ended': ended})}"
    return response
