"""The list of actions with its quick reports, and the screens on which an action is added and changed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import FormView, TemplateView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from partnership.content.keys import is_key
from partnership.content.pagination import page_of
from partnership.content.visibility import within

from ...agenda.keeping import may_keep, may_keep_part_b
from ...models import Action, MeetingPage
from ...models.meeting_states import OFF
from ..history import changes_between, report
from ..showing import HEAVY, say_status
from .base import KeepersScreen
from .forms import ActionForm, ActionsFilter, ReportForm

NOTHING_SAVED = "Nothing was saved. Please see what is said beside the fields."


class ActionsView(KeepersScreen, TemplateView):
    """The actions of the committees that somebody keeps: what is overdue first, what has ended last."""

    template_name = "meetings/actions/admin/index.html"
    page_title = "Actions"
    PER_PAGE = 50

    @cached_property
    def header_buttons(self):
        add = reverse("meeting_actions:add")
        chairs = reverse("meeting_actions:chairs")
        return [
            HeaderButton("Add an action", url=add, icon_name="plus"),
            HeaderButton("Chair’s actions", url=chairs, icon_name="user"),
        ]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        today = context["today"]
        listed = self.keeper.actions().select_related("committee", "meeting", "organisation", "item")
        listed = listed.defer(*(f"{page}__{name}" for page in ("committee", "meeting") for name in HEAVY))
        filters = ActionsFilter(self.request.GET, listed.most_urgent_first(), keeper=self.keeper, today=today)
        results = page_of(filters.qs, self.request, self.PER_PAGE)
        for action in results:
            say_status(action, today)
            action.form = ReportForm(instance=action, auto_id=f"id-{action.pk}-%s")
        return context | {
            "filters": filters,
            "results": results,
            "here": self.request.get_full_path(),
            "query": self.query,
        }

    @property
    def query(self) -> str:
        """The address without its number of a page."""
        typed = self.request.GET.copy()
        typed.pop("page", None)
        return typed.urlencode()


class ReportView(KeepersScreen, FormView):
    """Reports where an action stands; sent from the list, and shown by itself where something is wrong."""

    template_name = "meetings/agenda/form.html"
    form_class = ReportForm
    page_title = "Report on an action"

    @cached_property
    def action(self) -> Action:
        """The action, which is not found by who may not know of it."""
        return get_object_or_404(self.keeper.actions(), pk=self.kwargs["pk"])

    @property
    def back(self) -> str:
        """Where the list was left."""
        typed = self.request.POST.get("next", "")
        is_ours = url_has_allowed_host_and_scheme(typed, allowed_hosts={self.request.get_host()})
        return typed if is_ours else reverse("meeting_actions:index")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.action}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "about": self.action.text,
            "submit_button_label": "Report",
            "submit_button_active_label": "Saving…",
            "agenda_url": reverse("meeting_actions:index"),
            "back_label": "Back to the actions",
        }

    def form_valid(self, form):
        with transaction.atomic():
            action = form.save()
            report(action, self.request.user, self.now)
        messages.success(self.request, f"Reported: {action.get_status_display().lower()}. “{action}”")
        return redirect(self.back)

    def form_invalid(self, form):
        messages.error(self.request, NOTHING_SAVED)
        return super().form_invalid(form)


class ActionFormScreen(KeepersScreen, FormView):
    """Writes an action."""

    template_name = "meetings/agenda/form.html"
    form_class = ActionForm
    submit_label = "Save the action"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "instance": self.action,
            "user": self.request.user,
            "now": self.now,
            "with_part_b": may_keep_part_b(self.request.user, self.action.meeting),
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "about": self.action.meeting.title,
            "submit_button_label": self.submit_label,
            "submit_button_active_label": "Saving…",
            "agenda_url": reverse("meeting_actions:index"),
            "back_label": "Back to the actions",
        }

    def form_invalid(self, form):
        messages.error(self.request, NOTHING_SAVED)
        return super().form_invalid(form)


class WhichMeetingView(KeepersScreen, TemplateView):
    """Asks from which meeting an action follows; the latest come first."""

    page_title = "Add an action"
    template_name = "meetings/actions/admin/which_meeting.html"
    SHOWN = 40

    def get_context_data(self, **kwargs):
        begun = MeetingPage.objects.filter(starts_at__lte=self.now).exclude(status__in=OFF)
        begun = begun.order_by("-starts_at").defer(*HEAVY)
        of_theirs = within([each.path for each in self.keeper.committees])
        return super().get_context_data(**kwargs) | {"meetings": begun.filter(of_theirs)[: self.SHOWN]}


class AddActionView(ActionFormScreen):
    """Adds an action of the meeting that the address names."""

    page_title = "Add an action"
    submit_label = "Add the action"

    @cached_property
    def action(self) -> Action:
        """The action to be."""
        meeting = get_object_or_404(MeetingPage, pk=self.request.GET["meeting"])
        if not may_keep(self.request.user, meeting):
            raise PermissionDenied
        committee = Page.objects.get(path=meeting.path[: -Page.steplen])
        return Action(meeting=meeting, committee_id=committee.pk)

    def get_initial(self):
        item = self.request.GET.get("item", "")
        return {"item": int(item)} if is_key(item) else {}

    def dispatch(self, request, *args, **kwargs):
        if not is_key(request.GET.get("meeting", "")):
            return redirect("meeting_actions:which_meeting")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        with transaction.atomic():
            action = form.save()
            report(action, self.request.user, self.now)
        messages.success(self.request, "The action is in the register.")
        return redirect("run_meeting", action.meeting_id)


class EditActionView(ActionFormScreen):
    """Changes an action; what the public knew of it stays in its history."""

    page_title = "Change an action"

    @cached_property
    def action(self) -> Action:
        """The action, which is not found by who may not know of it."""
        found = self.keeper.actions().select_related("meeting", "item")
        return get_object_or_404(found, pk=self.kwargs["pk"])

    def form_valid(self, form):
        before = Action.objects.get(pk=self.action.pk)
        with transaction.atomic():
            action = form.save()
            if set(form.changed_data) & set(form.TOLD):
                action.status_note = form.cleaned_data.get("note") or action.status_note
                action.save(update_fields=["status_note"])
                report(action, self.request.user, self.now, changes_between(before, action))
        messages.success(self.request, "Saved.")
        return redirect("meeting_actions:index")
