"""What the search finds of committees and their meetings."""

from django.utils import timezone

from partnership.search.registry import Facet, facts_of, register_facet, register_kind

from .actions import searchable as actions_searchable  # noqa: F401 (it registers its own)
from .agenda.reading import flat, read_agenda
from .minutes import searchable as minutes_searchable  # noqa: F401 (it registers its own)
from .models import CommitteePage, MeetingPage, Question
from .records import searchable  # noqa: F401 (it registers its own)


@facts_of(CommitteePage)
def committee(page) -> dict:
    """A committee: whose it is, and what it oversees."""
    return {
        "weight": 1.2,
        "facets": {
            "kind": ["committee"],
            "committee": [page.slug],
            "organisation": [
                member.organisation.slug for member in page.members.select_related("organisation")
            ],
            "programme": [area.slug for area in page.oversees.all()],
        },
    }


@facts_of(MeetingPage)
def meeting(page) -> dict:
    """A meeting: whose it is, when it is, and what the public has of its agenda and its papers."""
    agenda = read_agenda(page, with_part_b=False)
    lines = list(flat(agenda.part_a + agenda.part_b))
    said = [text for line in lines if not line.is_stub for text in (line.item.asked, line.item.outcome)]
    asked = Question.objects.filter(meeting=page).published()
    said += [text for question in asked for text in (question.public_wording, question.answer)]
    papers = [paper.name for line in lines for paper in line.papers if not paper.document.taken_down_at]
    return {
        "dated_on": timezone.localdate(page.starts_at) if page.starts_at else None,
        "facets": {"kind": ["meeting"], "committee": [page.get_parent().slug]},
        "more_text": "\n".join(
            filter(None, [page.status_reason, page.venue, *(line.title for line in lines), *said, *papers])
        ),
    }


register_kind("committee", "Committee", "Committees")
register_kind("meeting", "Meeting", "Meetings")
register_facet(
    Facet(
        "committee",
        "Committee",
        order=50,
        names=lambda audience, values: audience.visible(
            CommitteePage.objects.filter(slug__in=values)
        ).values_list("slug", "title"),
    )
)
