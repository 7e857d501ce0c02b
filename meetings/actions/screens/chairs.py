"""The screens on which a chair's action is recorded, published, added to and reported."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView, View
from wagtail.admin.widgets.button import HeaderButton

from partnership.accounts.grants import may_read_private
from partnership.content.keys import is_key
from partnership.content.pagination import page_of

from ...models import ChairsAction, ChairsActionNote
from ..chairs import announce, can_be_reported, publish
from .actions import NOTHING_SAVED
from .base import KeepersScreen
from .chairs_forms import ChairsActionForm, PublishedChairsActionForm


class ChairsActionsScreen(KeepersScreen):
    """A screen about chair's actions."""

    header_icon = "user"
    part_of = "Chair’s actions"

    @property
    def known(self):
        """The chair's actions that this person may know of."""
        return self.keeper.chairs_actions().select_related("committee", "reported_to")


class ChairsActionsView(ChairsActionsScreen, TemplateView):
    """The chair's actions of the committees that somebody keeps: what no meeting has heard of first."""

    template_name = "meetings/actions/admin/chairs.html"
    page_title = "Chair’s actions"
    PER_PAGE = 50

    @cached_property
    def header_buttons(self):
        add = reverse("meeting_actions:add_chairs")
        return [
            HeaderButton("Record a chair’s action", url=add, icon_name="plus"),
            HeaderButton("Actions", url=reverse("meeting_actions:index"), icon_name="tasks"),
        ]

    def get_context_data(self, **kwargs):
        ordered = self.known.order_by("reported_at", "-taken_on", "-pk")
        results = page_of(ordered, self.request, self.PER_PAGE)
        for row in results:
            row.can_be_reported = can_be_reported(row, self.now)
        return super().get_context_data(**kwargs) | {"results": results}


class ChairsActionFormScreen(ChairsActionsScreen, FormView):
    """Writes a chair's action."""

    template_name = "meetings/actions/admin/chairs_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "instance": self.row,
            "user": self.request.user,
            "now": self.now,
            "with_part_b": may_read_private(self.request.user, self.row.committee),
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "row": self.row,
            "about": self.row.committee.title,
            "agenda_url": reverse("meeting_actions:chairs"),
            "back_label": "Back to the chair’s actions",
            "submit_button_label": "Save" if self.row.published_at else "Save as a draft",
            "submit_button_active_label": "Saving…",
        }

    def form_invalid(self, form):
        messages.error(self.request, NOTHING_SAVED)
        return super().form_invalid(form)


class DraftingMixin:
    """Saves a chair's action as a draft, or publishes it."""

    @property
    def publishing(self) -> bool:
        """Whether the public is to read it from now on."""
        return "action-publish" in self.request.POST

    def save_draft(self, form):
        """Keep what was typed, and publish it where that was asked for."""
        with transaction.atomic():
            row = form.save()
            if self.publishing:
                publish(row, self.now)
        told = "Published." if self.publishing else "Saved as a draft: nobody else reads it yet."
        messages.success(self.request, told)
        return redirect("meeting_actions:chairs")


class WhichCommitteeView(ChairsActionsScreen, TemplateView):
    """Asks for which committee a chair acted."""

    page_title = "Record a chair’s action"
    template_name = "meetings/actions/admin/which_committee.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"committees": self.keeper.committees}


class AddChairsActionView(DraftingMixin, ChairsActionFormScreen):
    """Records a chair's action of the committee that the address names; of the only one where there is one."""

    page_title = "Record a chair’s action"
    form_class = ChairsActionForm

    @cached_property
    def row(self) -> ChairsAction:
        """The chair's action to be."""
        return ChairsAction(committee=self.committee)

    @cached_property
    def committee(self):
        """The committee, or None where it is still to be chosen."""
        asked = self.request.GET.get("committee", "")
        kept = self.keeper.committees
        if is_key(asked):
            return next((each for each in kept if each.pk == int(asked)), None)
        return kept[0] if len(kept) == 1 else None

    def get(self, request, *args, **kwargs):
        if self.committee is None:
            return redirect("meeting_actions:which_committee")
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if self.committee is None:
            return redirect("meeting_actions:which_committee")
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"publishing": self.publishing}

    def form_valid(self, form):
        return self.save_draft(form)


class EditChairsActionView(DraftingMixin, ChairsActionFormScreen):
    """Changes a draft; adds to what is published, which itself stays as the public read it."""

    page_title = "Chair’s action"

    @cached_property
    def row(self) -> ChairsAction:
        """The chair's action, which is not found by who may not know of it."""
        return get_object_or_404(self.known, pk=self.kwargs["pk"])

    def get_page_title(self):
        return "Add to a chair’s action" if self.row.published_at else "Change a chair’s action"

    def get_form_class(self):
        return PublishedChairsActionForm if self.row.published_at else ChairsActionForm

    def get_form_kwargs(self):
        own = {} if self.row.published_at else {"publishing": self.publishing}
        return super().get_form_kwargs() | own

    def form_valid(self, form):
        if not self.row.published_at:
            return self.save_draft(form)
        with transaction.atomic():
            row = form.save()
            if note := form.cleaned_data["note"]:
                ChairsActionNote.objects.create(
                    chairs_action=row, note=note, reported_at=self.now, reported_by=self.request.user
                )
            announce(row, self.now)
        messages.success(self.request, "Saved.")
        return redirect("meeting_actions:chairs")


class ChairsActionReportedView(ChairsActionsScreen, View):
    """Says that the meeting has heard of it."""

    http_method_names = ["post"]

    def post(self, request, pk):
        row = get_object_or_404(self.known, pk=pk)
        if can_be_reported(row, self.now):
            row.reported_at = self.now
            row.save(update_fields=["reported_at"])
            messages.success(request, f"Recorded: it was reported to {row.reported_to.title}.")
        else:
            messages.error(request, "Choose a meeting that has begun first.")
        return redirect("meeting_actions:chairs")


class DeleteChairsActionView(ChairsActionsScreen, View):
    """Deletes a draft that nobody has been shown."""

    http_method_names = ["post"]

    def post(self, request, pk):
        row = get_object_or_404(self.known, pk=pk)
        if row.published_at:
            messages.error(request, "It is published, so it stays. Add a note that says what is wrong in it.")
        else:
            row.delete()
            messages.success(request, "The draft is deleted.")
        return redirect("meeting_actions:chairs")
