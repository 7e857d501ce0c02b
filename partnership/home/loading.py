"""Loads the demonstration's content into a new site, once."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.module_loading import autodiscover_modules
from wagtail.models import Page, Site

from partnership.content.demonstration import Demonstration, build

from .models import DemonstrationLoading


class SiteNotEmptyError(Exception):
    """The site has pages that the demonstration did not make."""


def load_demonstration(now: datetime, password: str) -> bool:
    """Fill a new site with the demonstration. Returns whether it did: False where that was done before.

    `password` is what its users will sign in with. All or nothing: an interruption leaves neither rows nor files.
    Raises SiteNotEmptyError, having changed nothing, where somebody's pages are.
    """
    autodiscover_modules("demo")
    demonstration = Demonstration(now=now, password=password)
    try:
        with transaction.atomic():
            # The record comes first: of two loadings at once the second waits here, and then finds it.
            _, is_first = DemonstrationLoading.objects.get_or_create(number=1, defaults={"loaded_at": now})
            if is_first:
                _clear_welcome_page()
                build(demonstration)
    except BaseException:
        demonstration.discard_files()
        raise
    return is_first


def _clear_welcome_page() -> None:
    # Wagtail's own migrations make one page of no type of ours, and a site that shows it.
    plain_page = ContentType.objects.get_for_model(Page)
    if Page.objects.filter(depth__gt=1).exclude(content_type=plain_page).exists():
        raise SiteNotEmptyError
    Site.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.delete()
