"""The screens of the second step; what they do is allauth's."""

from urllib.parse import urlencode

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.views.generic import TemplateView, View

from ..roles import USE_ADMIN
from .wanted import days_left, is_wanted, keeps_out

THEN = "second_step_then"


def way_on(request) -> str:
    """The address on this site that somebody was on the way to, or ""."""
    wanted = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else ""


class ReminderView(LoginRequiredMixin, TemplateView):
    """Asks somebody after signing in to set up their second step, and lets them go on while there is time."""

    template_name = "accounts/second_step/reminder.html"

    def get(self, request, *args, **kwargs):
        if not is_wanted(request.user):
            return redirect(way_on(request) or "mfa_index")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        user, now, wanted = self.request.user, timezone.now(), way_on(self.request)
        return super().get_context_data(
            days_left=days_left(user, now),
            is_closed=keeps_out(user, now),
            way_on=wanted,
            passed_on=urlencode({"next": wanted}) if wanted else "",
            uses_admin=user.has_perm(USE_ADMIN),
            **kwargs,
        )


class SetUpView(ActivateTOTPView):
    """Shows the secret as a square to scan and as letters to type, and takes the first code."""

    template_name = "accounts/second_step/set_up.html"

    def get(self, request, *args, **kwargs):
        if wanted := way_on(request):
            # Kept for after the recovery codes, two screens on.
            request.session[THEN] = wanted
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        # Drawn in the page: a strict policy shows no pictures from data.
        drawing = context["totp_svg"].partition("<svg")[2]
        context["square"] = format_html("<svg{}", mark_safe(drawing))  # noqa: S308
        secret = context["form"].secret
        context["secret_in_fours"] = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
        return context


class RecoveryCodesView(ViewRecoveryCodesView):
    """Shows the recovery codes, once."""

    template_name = "accounts/second_step/codes.html"

    def get_context_data(self, **kwargs):
        then = self.request.session.get(THEN, "")
        return super().get_context_data(then=then, **kwargs)


@method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
class CodesAsTextView(View):
    """Gives the codes that somebody has before them back as a file; it tells none that they do not send."""

    http_method_names = ["post"]

    def post(self, request):
        kept = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.RECOVERY_CODES).first()
        codes = kept.wrap().get_unused_codes() if kept else []
        if not codes or request.POST.get("codes", "").split() != codes:
            raise BadRequest("These are not the codes of this account.")
        site = request.get_host()
        text = "\r\n".join([f"Recovery codes for {site}", "Each can be used once.", "", *codes, ""])
        answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="recovery-codes.txt"'
        return answer
