"""Which documents the public may open: those that something public shows, as long as it shows them.

What shows a document is read from the reference index, which knows every page that names it, in a field, an inline row,
a body's block or a link in its text. A section can hold a showing page back for some of its documents (a paper of a
private part, an embargo) by registering a condition.
"""

from collections.abc import Callable

from wagtail.models import Page

from partnership.content.references import pages_naming
from partnership.content.visibility import Audience

from .models.document import CustomDocument
from .models.embargoes import due_drafts
from .models.publications import PublicationPage
from .models.recommended_actions import RecommendedAction

# Called with (document, page, audience); any that answers False keeps that page from making the document public.
_conditions: list[Callable] = []


def register_condition(condition: Callable) -> Callable:
    """Add a condition under which a page that names a document makes it public. Usable as a decorator."""
    _conditions.append(condition)
    return condition


def pages_showing(documents, audience: Audience) -> dict[int, list[Page]]:
    """The pages that this audience may see and that make each of those documents public, by the documents' keys.

    A document that was taken down is nobody's, nor is one with a warning that nobody has accepted; a publication that
    was withdrawn shows no files. Takes three queries however many documents there are, and one for each type of page
    where a section has set a condition; one more where some are hidden, for publications whose embargo
    ended this very minute.
    """
    documents = [
        document for document in documents if not document.taken_down_at and not document.open_warnings
    ]
    uses = pages_naming(CustomDocument, [document.pk for document in documents])
    for pk, publications in publications_with_evidence(documents).items():
        uses[pk] = uses.get(pk, set()) | publications
    pages = audience.visible(Page.objects.filter(pk__in=set().union(*uses.values())))
    pages = pages.exclude(pk__in=PublicationPage.objects.withdrawn().values("pk"))
    seen = {page.pk: page for page in (pages.specific() if _conditions else pages)}
    showing = {
        document.pk: [
            seen[pk]
            for pk in sorted(uses.get(document.pk, set()) & seen.keys())
            if all(condition(document, seen[pk], audience) for condition in _conditions)
        ]
        for document in documents
    }
    hidden = {document.pk: document for document in documents if not showing[document.pk]}
    for page in due_drafts(PublicationPage, audience) if hidden else ():
        for file in page.files.all() if not page.is_withdrawn else ():
            document = hidden.get(file.document_id)
            if document and all(condition(document, page, audience) for condition in _conditions):
                showing[document.pk].append(page)
    return showing


def public_among(documents, audience: Audience) -> set[int]:
    """The keys of those documents that this audience may open now, because a page it may see shows them."""
    return {key for key, pages in pages_showing(documents, audience).items() if pages}


def publications_with_evidence(documents) -> dict[int, set[int]]:
    """Which publications show which documents as evidence of what was done about their recommendations, by key."""
    uses: dict[int, set[int]] = {}
    actions = RecommendedAction.objects.filter(evidence_document__in=[document.pk for document in documents])
    for document, publication in actions.values_list("evidence_document", "recommendation__publication"):
        uses.setdefault(document, set()).add(publication)
    return uses


def is_public(document, audience: Audience) -> bool:
    """Whether this audience may open the document now."""
    return document.pk in public_among([document], audience)


def withdrawn_publication_of(document, audience: Audience) -> PublicationPage | None:
    """The withdrawn publication, still to be read itself, that carried the document; None where there is none."""
    pages = pages_naming(CustomDocument, [document.pk]).get(document.pk, set())
    return audience.visible(PublicationPage.objects.withdrawn().filter(pk__in=pages)).first()


def newer_publication_of(document, audience: Audience) -> PublicationPage | None:
    """The publication that supersedes one that carries the document; None where it still stands."""
    superseding = PublicationPage.objects.filter(
        supersedes__files__document=document, supersedes__state=PublicationPage.State.SUPERSEDED
    )
    return audience.visible(superseding).first()
