"""Recommendations as a table to download."""

from django.utils import timezone
from django.views.decorators.http import require_safe

from partnership.content.filtered_list import bad_filters
from partnership.content.spreadsheets import csv_response
from partnership.content.visibility import audience_of

from ..models import Recommendation
from .filters import RecommendationFilter
from .showing import shown

HEADING = [
    "Publication",
    "Address",
    "Number",
    "What this line is",
    "Text",
    "Progress or status",
    "Organisation",
    "Response",
    "Date of the response",
    "Owner",
    "Due",
    "Note",
    "Evidence",
]


@require_safe
def recommendations_csv(request):
    """The recommendations that the filters in the address leave: a line for each, its responses and its actions."""
    audience = audience_of(request)
    today = timezone.localdate(audience.now)
    listed = Recommendation.objects.shown_to(audience).with_progress(today).newest_first()
    filters = RecommendationFilter(request.GET, queryset=listed)
    if not filters.is_valid():
        return bad_filters(filters)
    chosen = filters.qs.for_listing()
    rows = [line for row in shown(chosen, audience, today) for line in lines(row, request)]
    return csv_response("recommendations", HEADING, rows)


def lines(recommendation: Recommendation, request):
    """The lines of one recommendation."""
    publication = recommendation.publication
    address = f"{publication.get_full_url(request)}#{recommendation.anchor}"
    first = [publication.title, address, recommendation.label]
    yield [*first, "Recommendation", recommendation.text, recommendation.progress_words, *[""] * 7]
    for wording in recommendation.earlier_wordings.all():
        words = "" if wording.is_hidden else wording.text
        reworded = f"Reworded on {timezone.localdate(wording.reworded_at)}. {wording.note}"
        yield [*first, "Earlier wording", words, *[""] * 6, reworded, ""]
    for response in recommendation.responses.all():
        answer = [response.organisation.name, response.get_answer_display(), response.answered_on]
        yield [*first, "Response", response.text, "", *answer, *[""] * 4]
    for action in recommendation.actions.all():
        organisation = action.owner_organisation.name if action.owner_organisation else ""
        evidence = [
            request.build_absolute_uri(thing.url)
            for thing in (action.shown_document, action.shown_publication)
            if thing
        ]
        done = [action.owner, action.due_on, action.status_note, " ".join(evidence)]
        yield [*first, "Action", action.text, action.status_words, organisation, "", "", *done]
