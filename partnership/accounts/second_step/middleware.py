"""Keeps the editors' side closed to whoever should have set up their second step."""

from urllib.parse import urlencode

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from .wanted import keeps_out

# What does not need it: leaving, and getting a new password.
STAYS_OPEN = ("wagtailadmin_logout", "wagtailadmin_password_reset", "wagtailadmin_login", "sign_in_to_admin")


class SecondStepIsWanted:
    """Middleware: leads from the editors' side to the screen that says how to set the second step up."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Answer in place of a screen of the admin."""
        if not request.path_info.startswith(reverse("wagtailadmin_home")):
            return None
        if not request.user.is_authenticated or not keeps_out(request.user, timezone.now()):
            return None
        if (request.resolver_match.url_name or "").startswith(STAYS_OPEN):
            return None
        wanted = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
        return HttpResponseRedirect(f"{reverse('second_step_reminder')}?{wanted}")
