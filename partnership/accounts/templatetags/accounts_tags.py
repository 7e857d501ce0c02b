"""What pages show of signing in."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def organisation_sign_in() -> dict | None:
    """The sign-in of an organisation that the settings name, or None."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    if not apps:
        return None
    return {"provider_id": apps[0]["provider_id"], "words": f"Sign in with {apps[0]['name']}"}


@register.simple_tag
def password_can_be_reset() -> bool:
    """Whether the site can send letters, so that a new password can be asked for."""
    return getattr(settings, "WAGTAIL_PASSWORD_RESET_ENABLED", True)


@register.simple_tag(takes_context=True)
def who_is_signed_in(context):
    """Who is signed in, or None. Somebody without a session is nobody's account, and costs nothing to know."""
    request = context.get("request")
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    user = getattr(request, "user", None)
    return user if user and user.is_authenticated else None
