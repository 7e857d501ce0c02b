"""What allauth asks of this site when somebody signs in."""

import time
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from partnership.network_address import machine

from ..roles import USE_ADMIN
from ..second_step.wanted import begin_to_want, is_wanted
from . import known_browsers

APP = "allauth.account"


class AccountAdapter(DefaultAccountAdapter):
    """No sign-up, limits that lock nobody else out, and the way on after signing in."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": "That was wrong too often. Wait five minutes, then try again.",
        "email_password_mismatch": "The user name and the password do not go together.",
        "username_password_mismatch": "The user name and the password do not go together.",
        "invalid_login": "The user name and the password do not go together.",
        "incorrect_password": "This is not your password.",
    }

    def is_open_for_signup(self, request):
        return False

    def add_message(self, *args, **kwargs):
        """Each screen of ours says itself what became of it."""

    def get_client_ip(self, request):
        return machine(request)

    def pre_authenticate(self, request, **credentials):
        """Count one more try: for the account by browser where that is known, else by network, and for the network."""
        login = (credentials.get("username") or credentials.get("email") or "").lower()
        mark = known_browsers.mark_of(request, login)
        usage = ratelimit.RateLimitUsage(usage=[])
        counted = [("login_failed", f"{login}:{mark or machine(request)}")]
        if not mark:
            counted.append(("login_failed_from_network", None))
        for action, key in counted:
            used = ratelimit.consume(request, app=APP, action=action, key=key)
            if not used:
                raise self.validation_error("too_many_login_attempts")
            usage.usage += used.usage
        self._login_failed_rl_usage = usage

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        if response.url.startswith(reverse("wagtailadmin_home")) and not user.has_perm(USE_ADMIN):
            response = HttpResponseRedirect(reverse(settings.READERS_LAND_ON))
        if is_wanted(user):
            begin_to_want(user, timezone.now())
            query = urlencode({"next": response.url})
            response = HttpResponseRedirect(f"{reverse('second_step_reminder')}?{query}")
        known_browsers.remember(response, user)
        return response

    def get_login_redirect_url(self, request):
        return reverse("wagtailadmin_home" if request.user.has_perm(USE_ADMIN) else settings.READERS_LAND_ON)

    def respond_user_inactive(self, request, user):
        return HttpResponseRedirect(reverse("account_inactive"))

    def is_reauthentication_required(self, *, app, **kwargs):
        """A password or a code typed a moment ago to sign in is as good as one typed again."""
        request = context.request
        records = get_authentication_records(request, request.user)
        lately = time.time() - REAUTHENTICATION_TIMEOUT
        return not any(
            record["at"] > lately and record.get("method") in ("password", "mfa") for record in records
        )
