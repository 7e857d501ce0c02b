"""Of whom a second step is wanted still, since when, and what stays closed until they have it."""

from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings

from ..demo_users import is_of_the_demonstration
from ..models import User


def is_wanted(user) -> bool:
    """Whether an account has no second step yet."""
    return not Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def begin_to_want(user: User, now: datetime) -> None:
    """Note since when somebody is asked; the first time counts."""
    if user.second_step_wanted_since is None:
        user.second_step_wanted_since = now
        user.save(update_fields=["second_step_wanted_since"])


def closes_at(user) -> datetime | None:
    """From when the editors' side and Part B are closed to somebody without a second step; None for never."""
    since, days = user.second_step_wanted_since, settings.SECOND_STEP_REQUIRED_AFTER_DAYS
    if since is None or days < 0 or is_of_the_demonstration(user):
        return None
    return since + timedelta(days=days)


def keeps_out(user, now: datetime) -> bool:
    """Whether somebody must set up their second step before the editors' side and Part B open to them again.

    Costs no query: whoever has the step is asked for nothing.
    """
    closing = closes_at(user)
    return closing is not None and closing <= now


def days_left(user, now: datetime) -> int | None:
    """How many days somebody has left, the one begun included; None where nothing will be closed."""
    closing = closes_at(user)
    return None if closing is None else max(0, -((now - closing) // timedelta(days=1)))
