"""Who may open the files of agendas: the public those of published papers, the committee also its private ones."""

from documents.visibility import register_readers, register_showing
from partnership.accounts.grants import may_read_private

from ..models import AgendaPaper
from .keeping import may_keep_part_b


@register_showing
def papers_shown(documents) -> dict[int, set[int]]:
    """The meetings whose pages show documents as papers to the public, by the documents' keys."""
    papers = AgendaPaper.objects.public().filter(document__in=[document.pk for document in documents])
    uses: dict[int, set[int]] = {}
    for document, meeting in papers.values_list("document", "item__meeting"):
        uses.setdefault(document, set()).add(meeting)
    return uses


@register_readers
def reads_paper(user, document) -> bool:
    """Whether somebody reads a private paper: its committee once it has it, its keepers before."""
    papers = AgendaPaper.objects.filter(document=document.pk).select_related("item__meeting")
    for paper in papers:
        is_before_them = bool(paper.published_at and paper.item.published_at)
        if is_before_them and may_read_private(user, paper.item.meeting):
            return True
        if may_keep_part_b(user, paper.item.meeting):
            return True
    return False
