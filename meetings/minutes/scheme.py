"""Minutes as what the publication scheme promises: each counts for the day of its meeting."""

from datetime import date
from functools import cached_property

from django.utils import timezone

from documents.models import SchemeExpectation
from documents.models.scheme_classes import SchemeClass
from documents.models.states import Kind
from documents.scheme.gaps import Covered, register_source
from partnership.content.visibility import Audience

from ..clock import LONDON
from ..models import CommitteePage, MeetingPage, Minutes, Part


@register_source
class MinutesOfMeetings:
    """The days of the meetings whose minutes, draft or approved, an audience may read, by what is expected of them.

    Read once for however many expectations, and only where one asks for minutes.
    """

    def __init__(self, audience: Audience):
        self.audience = audience

    def __call__(self, expectation: SchemeExpectation) -> list[Covered]:
        """The days that count for an expectation."""
        if expectation.kind != Kind.MINUTES or expectation.scheme_class != SchemeClass.DECISIONS:
            return []
        return [
            (day, day)
            for path, day in self.minuted
            if path in self.committees and self.is_asked_for(expectation, *self.committees[path])
        ]

    def is_asked_for(self, expectation: SchemeExpectation, title: str, organisations: set[int]) -> bool:
        """Whether an expectation is of a committee."""
        whose = expectation.organisation_id
        return (
            whose is None or whose in organisations
        ) and expectation.title_words.lower() in f"minutes of {title}".lower()

    @cached_property
    def committees(self) -> dict[str, tuple[str, set[int]]]:
        """The title of each committee and the keys of its organisations, by its tree path."""
        found: dict[str, tuple[str, set[int]]] = {}
        for path, title, organisation in CommitteePage.objects.values_list(
            "path", "title", "members__organisation"
        ):
            found.setdefault(path, (title, set()))[1].add(organisation)
        return found

    @cached_property
    def minuted(self) -> list[tuple[str, date]]:
        """The tree path of the committee and the day in London of each meeting with public minutes."""
        minutes = Minutes.objects.public().filter(part=Part.A)
        meetings = self.audience.visible(MeetingPage.objects.filter(pk__in=minutes.values("meeting")))
        return [
            (path[: -MeetingPage.steplen], timezone.localtime(starts_at, LONDON).date())
            for path, starts_at in meetings.values_list("path", "starts_at")
            if starts_at
        ]
