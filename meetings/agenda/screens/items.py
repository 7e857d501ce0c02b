"""The screen of an agenda, and those on which an item is added, changed, moved and deleted."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import FormView, TemplateView, View

from ...models import AgendaItem, Part
from ..publishing import obstacle_to_publishing, unpublished_items, unpublished_papers
from .base import AgendaScreen, ItemScreen
from .forms import ItemForm


class AgendaView(AgendaScreen, TemplateView):
    """The agenda of a meeting as its keeper has it."""

    page_title = "Agenda"
    template_name = "meetings/agenda/agenda.html"

    def get_page_title(self):
        return f"Agenda of {self.meeting.title}"

    def get_context_data(self, **kwargs):
        lines = self.lines()
        return super().get_context_data(**kwargs) | {
            "part_a": [line for line in lines if line.item.part == Part.A],
            "part_b": [line for line in lines if line.item.part == Part.B],
            "obstacle": obstacle_to_publishing(self.meeting, self.with_part_b, self.now),
            "new_items": unpublished_items(self.meeting, self.with_part_b).count(),
            "new_papers": unpublished_papers(self.meeting, self.with_part_b).count(),
            "notices": self.meeting.public_notices.select_related("paper__document"),
        }


class ItemFormScreen(FormView):
    """Writes an item."""

    form_class = ItemForm
    template_name = "meetings/agenda/form.html"
    submit_label = "Save the item"

    def get_form_kwargs(self):
        own = {"instance": self.item, "user": self.request.user, "now": self.now}
        return {**super().get_form_kwargs(), **own}

    def get_context_data(self, **kwargs):
        labels = {"submit_button_label": self.submit_label, "submit_button_active_label": "Saving…"}
        return super().get_context_data(**kwargs) | labels | {"item": self.item}

    def form_valid(self, form):
        form.save()
        messages.success(self.request, "Saved.")
        return redirect(self.agenda_url)

    def form_invalid(self, form):
        messages.error(self.request, "Nothing was saved. Please see what is said beside the fields.")
        return super().form_invalid(form)


class AddItemView(ItemFormScreen, AgendaScreen):
    """Adds an item at the end of its part, or below another item."""

    submit_label = "Add the item"

    def get_page_title(self):
        if self.item.parent:
            return f"Add a sub-item to “{self.item.parent.title}”"
        return "Add an item to Part B, in private" if self.item.part == Part.B else "Add an item to Part A"

    @property
    def item(self) -> AgendaItem:
        """The item to be."""
        if not hasattr(self, "_item"):
            part = Part.B if self.request.GET.get("part") == Part.B else Part.A
            above = self.request.GET.get("below", "")
            tops = self.items.filter(parent=None)
            parent = get_object_or_404(tops, pk=above) if above.isdecimal() and len(above) < 18 else None
            part = parent.part if parent else part
            if part == Part.B and not self.with_part_b:
                raise PermissionDenied
            beside = AgendaItem.objects.filter(meeting=self.meeting, part=part, parent=parent)
            last = beside.order_by("-place").first()
            place = last.place + 1 if last else 0
            self._item = AgendaItem(meeting=self.meeting, part=part, parent=parent, place=place)
        return self._item


class EditItemView(ItemFormScreen, ItemScreen):
    """Changes an item; what is published changes for its readers at once."""

    def get_page_title(self):
        return f"Item: {self.item.title}"


class MoveItemView(ItemScreen, View):
    """Moves an item up or down among those beside it."""

    http_method_names = ["post"]

    @transaction.atomic
    def post(self, request, *args, **kwargs):
        beside = list(
            AgendaItem.objects.select_for_update()
            .filter(meeting=self.meeting, part=self.item.part, parent=self.item.parent)
            .in_order()
        )
        here = beside.index(self.item)
        there = here + (-1 if request.POST.get("direction") == "up" else 1)
        if 0 <= there < len(beside):
            beside[here], beside[there] = beside[there], beside[here]
        for place, item in enumerate(beside):
            if item.place != place:
                item.place = place
                item.save(update_fields=["place"])
        return redirect(f"{self.agenda_url}#item-{self.item.pk}")


class DeleteItemView(ItemScreen, TemplateView):
    """Deletes an item that nobody has been shown, with its papers."""

    template_name = "meetings/agenda/delete.html"

    def get_page_title(self):
        return f"Delete “{self.item.title}”"

    def post(self, request, *args, **kwargs):
        below = AgendaItem.objects.filter(parent=self.item, published_at__isnull=False)
        if self.item.published_at or below.exists():
            messages.error(
                request,
                "It is on the agenda that was published, so it stays. Say in its outcome what became of it.",
            )
            return redirect(self.agenda_url)
        with transaction.atomic():
            self.item.delete()
        messages.success(request, "The item is deleted.")
        return redirect(self.agenda_url)
