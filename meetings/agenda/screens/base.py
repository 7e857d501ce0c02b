"""What every screen of an agenda has: its meeting, and only as much of it as its keeper may know."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic.base import ContextMixin
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ...models import AgendaItem, AgendaPaper, MeetingPage, Part
from ..keeping import may_keep, may_keep_part_b
from ..reading import flat, numbered


class AgendaScreen(WagtailAdminTemplateMixin, ContextMixin):
    """A screen about the agenda of a meeting. What is in Part B does not exist for who has no grant to read it."""

    header_icon = "list-ol"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        self.now = timezone.now()
        self.meeting = self.find_meeting(**kwargs)
        if not may_keep(request.user, self.meeting):
            raise PermissionDenied
        self.with_part_b = may_keep_part_b(request.user, self.meeting)
        return super().dispatch(request, *args, **kwargs)

    def find_meeting(self, meeting, **kwargs) -> MeetingPage:
        """The meeting that the address names."""
        return get_object_or_404(MeetingPage, pk=meeting)

    @property
    def items(self):
        """The items that this keeper may know of, in order."""
        items = AgendaItem.objects.filter(meeting=self.meeting).in_order()
        return items if self.with_part_b else items.filter(part=Part.A)

    def lines(self):
        """The agenda with all its papers, published or not."""
        items = list(self.items)
        papers = {}
        known = {item.pk: item for item in items}
        for paper in AgendaPaper.objects.filter(item__in=items).select_related("document"):
            paper.item = known[paper.item_id]
            papers.setdefault(paper.item_id, []).append(paper)
        return numbered(items, papers, self.meeting)

    def numbers(self) -> dict[int, str]:
        """The number of each item, by its key."""
        return {line.item.pk: line.number for line in flat(self.lines())}

    @property
    def agenda_url(self) -> str:
        """Where the agenda itself is."""
        return reverse("meeting_agenda:agenda", args=[self.meeting.pk])

    def get_breadcrumbs_items(self):
        own = [
            {"url": reverse("meeting_listing:index"), "label": "Meetings"},
            {"url": reverse("wagtailadmin_pages:edit", args=[self.meeting.pk]), "label": self.meeting.title},
        ]
        if self.page_title != "Agenda":
            own.append({"url": self.agenda_url, "label": "Agenda"})
        return [*self.breadcrumbs_items, *own, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "meeting": self.meeting,
            "with_part_b": self.with_part_b,
            "agenda_url": self.agenda_url,
        }


class ItemScreen(AgendaScreen):
    """A screen about one item."""

    def find_meeting(self, pk, **kwargs):
        return get_object_or_404(AgendaItem.objects.select_related("meeting"), pk=pk).meeting

    def dispatch(self, request, *args, pk, **kwargs):
        self.pk = pk
        return super().dispatch(request, *args, pk=pk, **kwargs)

    @property
    def item(self) -> AgendaItem:
        """The item, which is not found by who may not know of it."""
        if not hasattr(self, "_item"):
            self._item = get_object_or_404(self.items, pk=self.pk)
        return self._item


class PaperScreen(AgendaScreen):
    """A screen about one paper."""

    def find_meeting(self, pk, **kwargs):
        papers = AgendaPaper.objects.select_related("item__meeting")
        return get_object_or_404(papers, pk=pk).item.meeting

    def dispatch(self, request, *args, pk, **kwargs):
        self.pk = pk
        return super().dispatch(request, *args, pk=pk, **kwargs)

    @property
    def paper(self) -> AgendaPaper:
        """The paper, which is not found by who may not know of its item."""
        if not hasattr(self, "_paper"):
            papers = AgendaPaper.objects.filter(item__in=self.items.values("pk"))
            self._paper = get_object_or_404(papers.select_related("item__meeting", "document"), pk=self.pk)
        return self._paper
