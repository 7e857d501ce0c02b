"""Which documents the public may open: those that something public shows, as long as it shows them.

What shows a document is read from the reference index, which knows every page that names it, in a field, an inline row,
a body's block or a link in its text. A section whose pages show documents that they do not name (papers of an agenda)
registers which.

A private document is public on no page, whatever names it; the section that keeps it says who reads it.
"""

from collections.abc import Callable

from wagtail.models import Page

from partnership.content.references import pages_naming
from partnership.content.visibility import Audience

from .models.document import CustomDocument
from .models.embargoes import due_drafts
from .models.publications import PublicationPage
from .models.recommended_actions import RecommendedAction

# Called with documents; answers with the keys of pages that show them, by the documents' keys, in one query.
_showing: list[Callable] = []
# Called with (user, document) for a private document; one that answers True lets them read it.
_readers: list[Callable] = []


def register_showing(shows: Callable) -> Callable:
    """Add pages that show documents which they do not name themselves. Usable as a decorator."""
    _showing.append(shows)
    return shows


def register_readers(reads: Callable) -> Callable:
    """Add who reads private documents of a section. Usable as a decorator."""
    _readers.append(reads)
    return reads


def reads_private(user, document) -> bool:
    """Whether somebody signed in may read a private document."""
    return any(reads(user, document) for reads in _readers)


def may_be_public(document) -> bool:
    """Whether a page can make a document public at all."""
    return not (document.taken_down_at or document.open_warnings or document.is_private)


def pages_showing(documents, audience: Audience) -> dict[int, list[Page]]:
    """The pages that this audience may see and that make each of those documents public, by the documents' keys.

    A document that was taken down is nobody's, nor is one with a warning that nobody has accepted; a publication that
    was withdrawn shows no files. Takes three queries however many documents there are, and one for each section that
    shows some in its own way; one more where some are hidden, for publications whose embargo ended this very minute.
    """
    documents = [document for document in documents if may_be_public(document)]
    uses = pages_naming(CustomDocument, [document.pk for document in documents])
    for shows in (publications_with_evidence, *_showing):
        for pk, pages in shows(documents).items():
            uses[pk] = uses.get(pk, set()) | pages
    pages = audience.visible(Page.objects.filter(pk__in=set().union(*uses.values())))
    pages = pages.exclude(pk__in=PublicationPage.objects.withdrawn().values("pk"))
    seen = {page.pk: page for page in pages}
    showing = {
        document.pk: [seen[pk] for pk in sorted(uses.get(document.pk, set()) & seen.keys())]
        for document in documents
    }
    hidden = {document.pk for document in documents if not showing[document.pk]}
    for page in due_drafts(PublicationPage, audience) if hidden else ():
        for file in page.files.all() if not page.is_withdrawn else ():
            if file.document_id in hidden:
                showing[file.document_id].append(page)
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
