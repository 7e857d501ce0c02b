"""Where somebody is signed in."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models


class SignInQuerySet(models.QuerySet):
    """Sign-ins by whether they can still be used."""

    def begun_since(self, moment: datetime):
        """Those young enough to last."""
        return self.filter(began_at__gt=moment)


class SignIn(models.Model):
    """That somebody is signed in on a device: told to them in words, with no address of theirs."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_ins")
    session_key = models.CharField(max_length=40, unique=True)
    device = models.CharField(max_length=60)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    objects = SignInQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-seen_at"]

    def __str__(self):
        return self.device

    @staticmethod
    def oldest(now: datetime) -> datetime:
        """When a sign-in that still lasts can have begun at the earliest."""
        return now - timedelta(seconds=settings.SESSION_COOKIE_AGE)
