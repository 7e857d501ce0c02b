"""Papers whose file was replaced after the public had them: when, and what the public was told."""

from django.db.models import prefetch_related_objects

from documents.corrections.replaced_files import replacements_of

from ..models.papers import AgendaPaper


def note_replacements(papers: list[AgendaPaper]) -> None:
    """Give each public paper its `replacements`, newest first; a private paper has none.

    Asks nothing unless a file has more than one version, and two queries then.
    """
    replaced = [paper for paper in papers if was_replaced(paper)]
    prefetch_related_objects(replaced, "document__versions")
    by_document: dict[int, list] = {}
    for one in replacements_of([paper.document for paper in replaced]):
        by_document.setdefault(one.document.pk, []).append(one)
    for paper in papers:
        since = paper.released_at or paper.published_at
        known = by_document.get(paper.document_id, []) if paper in replaced else []
        paper.replacements = [one for one in known if since and one.replaced_at > since]


def was_replaced(paper: AgendaPaper) -> bool:
    """Whether the public has a paper in another version than its first; no files that nobody may open."""
    document = paper.document
    if paper.is_private or document.is_private or document.taken_down_at or document.open_warnings:
        return False
    reading = getattr(document, "reading", None)
    return reading is None or reading.version.number > 1
