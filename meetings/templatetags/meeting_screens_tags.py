"""The ways between the screens of one meeting."""

from django import template
from django.urls import reverse

from ..agenda.keeping import may_keep
from ..questions.permissions import questions_of

register = template.Library()

# Each screen by the name that its address has, with the addresses below it, in the order of a meeting's life.
SCREENS = (
    ("Run this meeting", "run_meeting", {"act_on_meeting"}),
    ("Agenda", "meeting_agenda:agenda", {"meeting_agenda:motion", "meeting_agenda:add"}),
    ("Add papers", "meeting_agenda:files", set()),
    (
        "Attendance and decisions",
        "meeting_agenda:record",
        {"meeting_agenda:attendance", "meeting_agenda:decisions", "meeting_agenda:ratify"},
    ),
    ("Minutes", "meeting_minutes:minutes", set()),
    (
        "Recording",
        "meeting_minutes:recording",
        {"meeting_minutes:publish_recording", "meeting_minutes:withdraw_recording"},
    ),
)


@register.inclusion_tag("meetings/admin/parts/screens.html", takes_context=True)
def screens_of_meeting(context, meeting):
    """The screens of a meeting side by side, the open one marked, for who keeps its agenda."""
    request = context["request"]
    if not may_keep(request.user, meeting):
        return {}
    here = request.resolver_match.view_name if request.resolver_match else ""
    screens = []
    for label, name, below in SCREENS:
        is_minutes = name == "meeting_minutes:minutes"
        is_here = here == name or here in below
        if is_minutes and here.startswith("meeting_minutes:") and "part" in request.resolver_match.kwargs:
            is_here = True
        address = reverse(name, args=[meeting.pk, "A"] if is_minutes else [meeting.pk])
        screens.append({"label": label, "url": address, "is_here": is_here})
    asked = questions_of(request.user).filter(meeting=meeting.pk).exists()
    return {"meeting": meeting, "screens": screens, "has_questions": asked}
