"""The form below the meeting's address, while questions are taken; else when they are, and how else to be heard."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from partnership.content.out_of_sight import out_of_sight
from partnership.content.visibility import audience_of, may_open

from .forms import QuestionForm
from .opening import Asking, opening_of

ASK_SLUG = "ask"


@out_of_sight
@require_safe
def show_form(request, meeting):
    """The screen as somebody finds it."""
    if not may_open(request, meeting):
        raise Http404("There is no such page.")
    return form_screen(request, meeting, None)


def form_screen(request, meeting, form: QuestionForm | None, status: int = 200):
    """The screen, with the form as it was sent or an empty one. Raises Http404 where questions are never taken."""
    committee = meeting.get_parent()
    now = audience_of(request).now
    opening = opening_of(meeting, committee, now)
    if opening.asking == Asking.NOT_TAKEN:
        raise Http404("There is no such page.")
    context = {
        "page": meeting,
        "committee": committee.specific,
        "opening": opening,
        "asking": opening.asking.name,
        "can_be_attended": not meeting.is_off
        and bool(meeting.public_ends_at)
        and now < meeting.public_ends_at,
        "kept_days": str(settings.QUESTIONS_KEPT_DAYS),
        "form": form or (QuestionForm(meeting=meeting) if opening.is_open else None),
    }
    template = "ask" if opening.is_open else "cannot_ask"
    # What came too late is kept, for its writer to ask it another way.
    status = 409 if form and not opening.is_open else status
    return render(request, f"meetings/questions/{template}.html", context, status=status)
