"""Minutes as what the publication scheme promises: each counts for the day of its meeting."""

from django.utils import timezone

from documents.models import SchemeExpectation
from documents.models.scheme_classes import SchemeClass
from documents.models.states import Kind
from documents.scheme.gaps import Covered, register_source
from partnership.content.visibility import Audience

from ..clock import LONDON
from ..models import CommitteePage, MeetingPage, Minutes, Part


@register_source
def minutes_of_meetings(expectation: SchemeExpectation, audience: Audience) -> list[Covered]:
    """The days of the meetings whose minutes, draft or approved, an audience may read and an expectation asks for."""
    if expectation.kind != Kind.MINUTES or expectation.scheme_class != SchemeClass.DECISIONS:
        return []
    committees = CommitteePage.objects.all()
    if expectation.organisation_id:
        committees = committees.filter(members__organisation=expectation.organisation_id)
    paths = [
        path
        for path, title in committees.values_list("path", "title")
        if expectation.title_words.lower() in f"minutes of {title}".lower()
    ]
    minuted = Minutes.objects.public().filter(part=Part.A)
    meetings = audience.visible(MeetingPage.objects.filter(pk__in=minuted.values("meeting")))
    days = []
    for path, starts_at in meetings.values_list("path", "starts_at"):
        if starts_at and path[: -MeetingPage.steplen] in paths:
            day = timezone.localtime(starts_at, LONDON).date()
            days.append((day, day))
    return days
