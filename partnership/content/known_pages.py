"""Which pages somebody who works on the site may know of: choosers, lists and tick boxes offer no others."""

from django.db.models import Q
from wagtail.models import Page
from wagtail.permissions import policy_registry

from .visibility import Audience

WORK_ON_PAGES = ("add", "change", "publish", "lock", "unlock", "bulk_delete")


def known_pages(pages, user, audience: Audience):
    """Narrow a queryset of pages, or of any type of page, to what the public sees now, what this person may work on,
    and the way there."""
    public = audience.visible(Page.objects.all()).order_by().values("pk")
    own = policy_registry.get_by_type(Page).explorable_instances(user).order_by().values("pk")
    return pages.filter(Q(pk__in=public) | Q(pk__in=own))
