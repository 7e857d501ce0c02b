"""Where calendars answer: the same for everybody, whoever asks."""

from django.http import Http404
from django.views.decorators.http import require_safe

from partnership.content.keys import is_key
from partnership.content.unchanged import public_answer
from partnership.content.visibility import Audience
from programmes.models import Organisation

from ..models import CommitteePage
from .reading import Event, event_of, events_of
from .writing import written

TYPE = "text/calendar; charset=utf-8"


def answer(request, title: str, events: list[Event], filename: str):
    """A calendar as a file that programmes open, and that a browser offers to keep."""
    changed_at = max((event.changed_at for event in events), default=None)
    response = public_answer(request, written(title, events), TYPE, changed_at)
    response["Content-Disposition"] = f'inline; filename="{filename}.ics"'
    return response


@require_safe
def all_meetings(request):
    """The meetings of all committees."""
    events = events_of(CommitteePage.objects.all(), request, Audience())
    return answer(request, "Meetings", events, "meetings")


@require_safe
def of_committee(request, key):
    """The meetings of one committee."""
    audience = Audience()
    committees = CommitteePage.objects.filter(pk=key) if is_key(key) else CommitteePage.objects.none()
    committee = audience.visible(committees).first()
    if committee is None:
        raise Http404("There is no such committee.")
    return answer(request, committee.title, events_of(committees, request, audience), committee.slug)


@require_safe
def of_organisation(request, key):
    """The meetings of the committees on which an organisation sits."""
    organisation = Organisation.objects.filter(pk=key).first() if is_key(key) else None
    if organisation is None:
        raise Http404("There is no such organisation.")
    committees = CommitteePage.objects.filter(members__organisation=organisation)
    events = events_of(committees, request, Audience())
    return answer(request, f"Meetings of {organisation.name}", events, organisation.slug)


@require_safe
def of_meeting(request, uid):
    """One meeting."""
    event = event_of(uid, request, Audience())
    if event is None:
        raise Http404("There is no such meeting.")
    return answer(request, event.summary, [event], f"meeting-{event.starts_at:%Y-%m-%d}")
