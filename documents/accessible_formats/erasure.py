"""Forgets who asked, a year after the last answer unless settings say otherwise."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from ..models import FormatRequest


def erase_old_requests(now: datetime) -> int:
    """Erase who made requests that were closed so many days ago; answers how many."""
    old = FormatRequest.objects.to_erase(now - timedelta(days=settings.FORMAT_REQUESTS_KEPT_DAYS))
    with transaction.atomic():
        for made in old:
            made.erase_person(now)
    return len(old)
