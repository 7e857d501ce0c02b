"""Who may see what: the one place that answers. Listings, search, feeds, maps and templates all ask here.

An `Audience` is who is looking, and when. Pages are asked for as the public has them; somebody signed in may also read
what a section keeps for them, which the section asks of `user`. When in doubt, a page is private.
"""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction


@dataclass
class Audience:
    """Somebody looking at the site at `now` (an aware datetime). Keeps what it has looked up, so lives one request."""

    now: datetime = field(default_factory=timezone.now)
    # Who is signed in, or None.
    user: object = None

    @cached_property
    def closed_paths(self) -> list[str]:
        """Tree paths of the branches that a privacy setting closes to the public, with what mirrors them elsewhere."""
        closed = list(PageViewRestriction.objects.values_list("page__path", flat=True))
        mirrors = closed
        while mirrors:
            # An alias shows its source's words; it is no more public than they are.
            aliases = Page.objects.filter(within(mirrors, "alias_of__path")).exclude(within(closed))
            mirrors = list(aliases.values_list("path", flat=True))
            closed += mirrors
        return closed

    def visible(self, pages):
        """Narrow a queryset of pages, or of any type of page, to those that this audience may open now."""
        hidden = Q(expire_at__lte=self.now) | Q(go_live_at__gt=self.now) | within(self.closed_paths)
        return pages.filter(live=True).exclude(hidden)

    def may_see(self, page) -> bool:
        """Whether this audience may open this page now."""
        return self.is_its_time(page) and not self.is_closed(page)

    def is_its_time(self, page) -> bool:
        """Whether a page is published at this moment, whatever the command that takes pages down has done so far."""
        return (
            page.live
            and not (page.expire_at and page.expire_at <= self.now)
            and not (page.go_live_at and page.go_live_at > self.now)
        )

    def is_closed(self, page) -> bool:
        """Whether a privacy setting closes a page to the public."""
        return any(page.path.startswith(path) for path in self.closed_paths)


def within(paths: list[str], lookup: str = "path") -> Q:
    """The condition that a page lies in one of these branches of the tree; without branches, no condition at all.

    Made of plain comparisons: a preview asks it of rows that are not in the database yet.
    """
    condition = Q()
    for path in paths:
        condition |= Q(**{f"{lookup}__startswith": path})
    return condition


def audience_of(request) -> Audience:
    """The audience of a request, made once for it. Without a request (a job, a preview) it is the public, now."""
    if request is None:
        return Audience()
    if not hasattr(request, "_audience"):
        # Somebody without a session is nobody's account; asking would cost a query and make the answer vary.
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        request._audience = Audience(user=getattr(request, "user", None) if has_session else None)
    return request._audience


def may_open(request, page) -> bool:
    """Whether whoever sent this request may open a page: the public may, or a privacy setting lets their account in."""
    audience = audience_of(request)
    if not audience.is_its_time(page):
        return False
    if not audience.is_closed(page):
        return True
    # Somebody without a session is nobody's account.
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    restrictions = page.get_view_restrictions()
    return bool(restrictions) and all(
        restriction.restriction_type != PageViewRestriction.PASSWORD and restriction.accept_request(request)
        for restriction in restrictions
    )
