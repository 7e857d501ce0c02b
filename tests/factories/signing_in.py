"""Signing in as people do: with a password, and with a code from an app."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time

PASSWORD = "a long password 42"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_now(secret: str = SECRET) -> str:
    """What an app with this secret shows now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def give_second_step(user) -> list[str]:
    """Set up somebody's second step; their recovery codes."""
    TOTP.activate(user, SECRET)
    return RecoveryCodes.activate(user).get_unused_codes()


def has_second_step(user) -> bool:
    """Whether somebody has a second step."""
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def type_password(client, user, password: str = PASSWORD, **more):
    """Send the sign-in screen."""
    return client.post("/sign-in/", {"login": user.username, "password": password}, **more)
