"""Who may open the files of agendas: the public those of published papers, the committee also its private ones."""

from documents.visibility import register_readers, register_showing
from partnership.accounts.grants import may_read_private

from ..minutes.files import shown_after_meetings
from ..models import AgendaPaper
from .keeping import may_keep_part_b


@register_showing
def papers_shown(documents) -> dict[int, set[int]]:
    """The meetings that show documents to the public, as papers or beside minutes and recordings; in one query."""
    keys = [document.pk for document in documents]
    papers = AgendaPaper.objects.public().filter(document__in=keys).values_list("document", "item__meeting")
    uses: dict[int, set[int]] = {}
    for document, meeting in papers.order_by().union(*shown_after_meetings(keys)):
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
