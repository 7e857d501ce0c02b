"""What the public is shown of recommendations."""

from dataclasses import dataclass
from datetime import date

from ..models.recommendations import Recommendation
from ..models.recommended_actions import Progress
from ..visibility import public_among
from .answering import answers_to

COLOURS = {
    Progress.DONE: "green",
    Progress.IN_PROGRESS: "blue",
    Progress.OVERDUE: "red",
    Progress.NOT_STARTED: "grey",
    Progress.NO_ACTION: "grey",
    Progress.NOT_NEEDED: "white",
}


@dataclass(frozen=True)
class Part:
    """How many recommendations stand somewhere, and where their piece of the bar begins."""

    progress: Progress
    number: int
    start: int

    @property
    def words(self) -> str:
        """Where they stand, as a list says it."""
        return self.progress.label


def at_a_glance(counts: dict[str, int]) -> dict:
    """Progress as a template shows it: the parts that are not empty in their order, and the total."""
    parts, start = [], 0
    for progress in Progress:
        if number := counts.get(progress, 0):
            parts.append(Part(progress, number, start))
            start += number
    return {"parts": parts, "total": start}


def shown(recommendations, audience, today: date) -> list[Recommendation]:
    """Recommendations with what a template needs: where each stands and the evidence that may be opened."""
    recommendations = list(recommendations)
    actions = [action for row in recommendations for action in row.actions.all()]
    documents = {action.evidence_document for action in actions if action.evidence_document}
    open_documents = public_among(documents, audience) if documents else set()
    answered = answers_to(recommendations, audience)
    for row in recommendations:
        row.answered_by = answered.get(row.pk, [])
        row.progress_words, row.colour = Progress(row.progress).label, COLOURS[row.progress]
    for action in actions:
        value, action.status_words = action.status_on(today)
        action.colour = COLOURS[value]
        action.shown_document = (
            action.evidence_document if action.evidence_document_id in open_documents else None
        )
        publication = action.evidence_publication
        action.shown_publication = publication if publication and audience.may_see(publication) else None
        # The newest line says what the action itself says.
        action.earlier_reports = list(action.history.all())[1:]
    return recommendations
