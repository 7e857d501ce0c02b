"""Gives packs out: to whom they are for, and only while all that is in them may be seen."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from documents.sending import send
from partnership.content.visibility import audience_of, may_open

from ..agenda.reading import read_agenda, reads_part_b
from ..models import MeetingPack
from .contents import contents_of
from .state import PackState


def may_have(request, pack: MeetingPack) -> bool:
    """Whether whoever sent this request may have a pack, whatever is in it."""
    if pack.is_for_members:
        return reads_part_b(request, pack.meeting) and may_open(request, pack.meeting)
    return audience_of(request).may_see(pack.meeting)


def state_for(pack: MeetingPack) -> PackState:
    """A pack beside what those may see now for whom it is."""
    agenda = read_agenda(pack.meeting, with_part_b=pack.is_for_members)
    committee = pack.meeting.get_parent().title
    return PackState(pack, contents_of(pack.kind, pack.meeting, committee, agenda))


@require_safe
def serve(request, public_id, filename):
    """A pack's bytes. A wrong address, and a pack that is not for whoever asks, get the same answer.

    While there is none to give out, the meeting's page says so.
    """
    # Asked of everybody, found or not: reading the session adds a Vary header, and its absence would tell.
    request.user.is_authenticated  # noqa: B018
    packs = MeetingPack.objects.select_related("meeting", "current")
    pack = packs.filter(public_id=public_id).first()
    if pack is None or not may_have(request, pack):
        raise Http404("There is no such file.")
    build = state_for(pack).build
    if build is None:
        return away(pack.meeting.url)
    if filename != build.filename:
        return away(address_of(pack))
    return send(request, build, public=not pack.is_for_members)


def away(url: str):
    """A redirect that nobody keeps."""
    response = redirect(url)
    patch_cache_control(response, private=True, no_store=True)
    return response


def address_of(pack: MeetingPack) -> str:
    """Where a pack is had under its file's name."""
    return reverse("pack", args=[pack.public_id, pack.current.filename])
