"""Who may see what: the one place that answers. Listings, search, feeds, maps and templates all ask here.

An `Audience` is who is looking, and when. Today there is one: the public. When in doubt, a page is private.
"""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.db.models import Q
from django.utils import timezone
from wagtail.models import PageViewRestriction


@dataclass
class Audience:
    """Somebody looking at the site at `now` (an aware datetime). Keeps what it has looked up, so lives one request."""

    now: datetime = field(default_factory=timezone.now)

    @cached_property
    def closed_paths(self) -> list[str]:
        """Tree paths of the branches that a privacy setting closes to the public."""
        return list(PageViewRestriction.objects.values_list("page__path", flat=True))

    def visible(self, pages):
        """Narrow a queryset of pages, or of any type of page, to those that this audience may open now."""
        hidden = Q(expire_at__lte=self.now)
        for path in self.closed_paths:
            hidden |= Q(path__startswith=path)
        return pages.filter(live=True).exclude(hidden)

    def may_see(self, page) -> bool:
        """Whether this audience may open this page now."""
        if not page.live or (page.expire_at and page.expire_at <= self.now):
            return False
        return not any(page.path.startswith(path) for path in self.closed_paths)


def audience_of(request) -> Audience:
    """The audience of a request, made once for it. Without a request (a job, a preview) it is the public, now."""
    if request is None:
        return Audience()
    if not hasattr(request, "_audience"):
        request._audience = Audience()
    return request._audience
