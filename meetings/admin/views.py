"""The screens of one meeting: what is to be done for it, and the actions on it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ..minutes.reading import stage_of_meetings
from ..models import MeetingPage
from ..notice.duties import DONE, Overview
from ..questions.duties import questions_owed_to
from .actions import ACTIONS
from .forms import PrivateLinkForm


class OfOneMeetingMixin(WagtailAdminTemplateMixin):
    """A screen about a meeting that the person asking may publish."""

    _show_breadcrumbs = True

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.now = timezone.now()

    @cached_property
    def meeting(self) -> MeetingPage:
        """The meeting of the address."""
        return get_object_or_404(
            MeetingPage.objects.annotate(minutes_stage=stage_of_meetings()), pk=self.kwargs["pk"]
        )

    def dispatch(self, request, *args, **kwargs):
        if not self.meeting.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("meeting_listing:index"), "label": "Meetings"},
            {"url": reverse("run_meeting", args=[self.meeting.pk]), "label": self.meeting.title},
        ]


class RunMeetingView(OfOneMeetingMixin, TemplateView):
    """Where a meeting stands, and what can be done with it."""

    template_name = "meetings/admin/run_meeting.html"
    page_title = "Run this meeting"
    header_icon = "calendar-alt"

    def get_page_subtitle(self):
        return self.meeting.title

    def get_context_data(self, **kwargs):
        offered = [
            action
            for action in ACTIONS.values()
            if action.is_offered(self.meeting, self.request.user, self.now)
        ]
        overview = Overview(
            [self.meeting], self.now, more=[questions_owed_to(self.request.user)], user=self.request.user
        )
        return super().get_context_data(**kwargs) | {
            "meeting": self.meeting,
            "state": self.meeting.state_at(self.now),
            "actions": offered,
            "tasks": overview.tasks,
            "done": sum(task.state in DONE for task in overview.tasks),
        }


class MeetingActionView(OfOneMeetingMixin, FormView):
    """One action on a meeting: says what it does, and asks what it needs."""

    template_name = "meetings/admin/act_on_meeting.html"

    @cached_property
    def action(self):
        """The action of the address, where it may be done now."""
        action = ACTIONS.get(self.kwargs["action"])
        if action is None:
            raise Http404("There is no such action.")
        return action

    @property
    def page_title(self):
        return self.action.label

    @property
    def header_icon(self):
        return self.action.icon

    def dispatch(self, request, *args, **kwargs):
        may_publish = self.meeting.permissions_for_user(request.user).can_publish()
        if may_publish and not self.action.is_offered(self.meeting, request.user, self.now):
            if self.action.for_private_readers:
                raise PermissionDenied
            messages.error(request, f"“{self.action.label}” is not for this meeting as it stands now.")
            return redirect("run_meeting", self.meeting.pk)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.action.label}]

    def get_form_class(self):
        return self.action.form

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"meeting": self.meeting, "now": self.now}

    def get_initial(self):
        if self.action.form is PrivateLinkForm and hasattr(self.meeting, "private_join_link"):
            return {"url": self.meeting.private_join_link.url}
        return {}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "meeting": self.meeting,
            "action": self.action,
            "submit_button_label": self.action.label,
            "submit_button_active_label": "Working…",
        }

    def form_valid(self, form):
        meeting = self.action.perform(self.meeting, form.cleaned_data, self.request.user, form)
        messages.success(self.request, self.action.done)
        # A draft is there to be looked through.
        if meeting.live:
            return redirect("run_meeting", meeting.pk)
        return redirect("wagtailadmin_pages:edit", meeting.pk)

    def form_invalid(self, form):
        messages.error(self.request, "Nothing was changed. Please see what is said beside the fields.")
        return super().form_invalid(form)
