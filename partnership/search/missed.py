"""Addresses that lead nowhere, so that editors can lead them on.

As with searches, a request adds a line to a file and a job puts the lines together. Nothing of the reader is in it.
An address below something private is left out: its name may be what nobody is to know.
"""

import re
from collections import Counter
from datetime import date, datetime
from itertools import accumulate
from pathlib import Path
from urllib.parse import unquote

from django.conf import settings
from django.db import transaction
from django.urls import get_resolver
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from partnership.content.visibility import Audience
from partnership.jobs import noted

from .finding import find
from .models import MissedAddress
from .models.searched import KEPT

# What only machines ask for that look for a way in.
PROBE = re.compile(
    r"/\.|//|/(?:wp-|cgi-|phpmyadmin|vendor/)|\.(?:php\d?|asp|jsp|env|git|bak|sql|zip|gz)(?:/|$)", re.I
)
# What may be a person's: addresses, long numbers, and the keys in letters that we send by e-mail.
PERSONAL = re.compile(r"@|\d{6,}|/(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{6,}(?:/|$)", re.I)
LONGEST = 255
# Somebody who tries a thousand addresses does not bury those that people ask for.
MOST_IN_A_DAY = 500


class NoteMissedAddresses:
    """Notes what was asked for and is not there. Stands above the middleware that redirects."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 404 and request.method == "GET" and may_be_noted(request):
            today = timezone.localdate()
            path = Redirect.normalise_path(request.path)
            noted.note(Path(settings.MISSED_ADDRESSES_DIR), {"day": today.isoformat(), "path": path})
        return response


def may_be_noted(request) -> bool:
    """Whether an address is one that a page could have: no screen's, no file's, nothing personal, no probe."""
    path = request.path
    if len(path) > LONGEST or PROBE.search(path) or PERSONAL.search(unquote(path)):
        return False
    match = request.resolver_match
    if match is not None:
        return match.url_name == "wagtail_serve"
    first = path.lstrip("/").split("/", 1)[0]
    return first not in {str(pattern.pattern).split("/", 1)[0] for pattern in get_resolver().url_patterns}


def gather(now: datetime) -> None:
    """Put what was noted into the database with a suggestion for each, and forget what is older than 90 days."""
    with noted.taken(Path(settings.MISSED_ADDRESSES_DIR), now) as lines, transaction.atomic():
        times = Counter(filter(None, map(miss_in, lines)))
        for (day, path), number in times.most_common():
            row = MissedAddress.objects.select_for_update().filter(day=day, path=path).first()
            if row is None:
                if (
                    not is_nobodys_secret(path)
                    or MissedAddress.objects.filter(day=day).count() >= MOST_IN_A_DAY
                ):
                    continue
                row = MissedAddress(day=day, path=path, suggestion=suggestion_for(path))
            row.times += number
            row.save()
        MissedAddress.objects.filter(day__lt=timezone.localdate(now) - KEPT).delete()


def miss_in(said: dict) -> tuple[date, str] | None:
    """The day and the address; None where a line does not say."""
    try:
        return date.fromisoformat(said["day"]), said["path"].replace("\x00", "")[:LONGEST]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def is_nobodys_secret(path: str) -> bool:
    """Whether neither a page at this address nor one above it is kept from the public; False for a page's own."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return False
    parts = [f"{part}/" for part in path.strip("/").split("/")]
    addresses = [site.root_page.url_path + below for below in accumulate(parts)]
    there = Page.objects.filter(url_path__in=addresses)
    public = {page.url_path for page in Audience().visible(there)}
    return addresses[-1] not in public and set(there.values_list("url_path", flat=True)) == public


def suggestion_for(path: str) -> Page | None:
    """The public page that the last part of an address suggests most, or None."""
    last = unquote(path.rstrip("/").rsplit("/", 1)[-1])
    words = re.sub(r"\.\w{3,5}$", "", last).replace("-", " ").replace("_", " ")
    found = find(words, Audience())
    pages = [match.page_id for match in found.matches if match.kind == "page"]
    return Page.objects.filter(pk__in=pages[:1]).first()
