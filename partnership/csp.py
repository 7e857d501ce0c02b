"""Which Content-Security-Policy an answer carries: the strict one, unless a signed-in editor works in the admin."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.urls import reverse

# Screens of the admin where a password is typed stay strict, whoever looks.
PASSWORD_SCREENS = ("sign_in", "wagtailadmin_login", "wagtailadmin_password_reset")


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The header, with the looser policy where Wagtail's admin cannot do without."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if parts.config is None and not report_only and in_admin(request):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts


def in_admin(request) -> bool:
    """Whether this request is for a screen of the admin, from somebody signed in, where no password is typed."""
    if not request.path_info.startswith(reverse("wagtailadmin_home")):
        return False
    # A request that an earlier middleware answered never got a user.
    user = getattr(request, "user", None)
    screen = request.resolver_match.url_name if request.resolver_match else None
    return bool(user and user.is_authenticated and not (screen or "").startswith(PASSWORD_SCREENS))
