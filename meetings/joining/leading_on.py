"""The address here that leads into a meeting, and what stands there while nobody can join."""

from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from partnership.accounts.grants import may_read_private
from partnership.content.visibility import audience_of, may_open

from ..minutes.reading import after_meeting
from ..models.joining import PrivateJoinLink
from ..models.meeting_states import OFF
from .gate import JOIN_SLUG, PRIVATE_JOIN_SLUG, Joining

STATUSES = {Joining.NO_LINK: 404, Joining.NOT_YET: 404, Joining.OVER: 410, Joining.OFF: 410}


@require_safe
def lead_on(request, meeting):
    """Lead the public into Part A while the gate is open; else say why not. Raises Http404 for a private page."""
    if not may_open(request, meeting):
        raise Http404("There is no such page.")
    joining = meeting.joining_at(audience_of(request).now)
    if joining == Joining.OPEN:
        return away(meeting.join_url)
    context = {"page": meeting, "meeting": meeting, "joining": joining.name}
    if joining == Joining.OVER:
        context["after"] = after_meeting(meeting, with_part_b=False, audience=audience_of(request))
    response = TemplateResponse(request, "meetings/join.html", context, status=STATUSES[joining])
    patch_cache_control(response, no_store=True)
    return response


@require_safe
def lead_member_on(request, meeting):
    """Lead somebody who may read the committee's private papers into Part B. Raises Http404 for everybody else."""
    link = private_link_for(request, meeting)
    if link is None:
        raise Http404("There is no such page.")
    return away(link.url)


def private_link_for(request, meeting, reads_part_b: bool | None = None):
    """The link to Part B, where whoever asks may have it now; else None. Costs the public no query.

    Whether they read Part B is asked unless it is known.
    """
    now = audience_of(request).now
    over = meeting.private_over_at is None or now >= meeting.private_over_at
    if (
        over
        or not meeting.live
        or meeting.status in OFF
        or request is None
        or settings.SESSION_COOKIE_NAME not in request.COOKIES
    ):
        return None
    if reads_part_b is None:
        reads_part_b = may_read_private(request.user, meeting)
    if not reads_part_b:
        return None
    return PrivateJoinLink.objects.filter(meeting=meeting.pk).first()


def away(url: str) -> HttpResponseRedirect:
    """A redirect that nobody keeps, and that does not say where somebody came from."""
    response = HttpResponseRedirect(url)
    patch_cache_control(response, private=True, no_store=True)
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


# What stands below a meeting's own address.
WAYS_IN = {JOIN_SLUG: lead_on, PRIVATE_JOIN_SLUG: lead_member_on}
