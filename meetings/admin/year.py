"""A year of dates: proposes the days of a pattern, and makes those that are ticked drafts of meetings."""

from datetime import date, datetime, time

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import dateformat, timezone
from django.utils.functional import cached_property
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from ..clock import LONDON
from ..models import CommitteePage, MeetingPage
from ..recurrence import LAST, WEEKDAYS, Candidate, judged, monthly, warning_of, weekly
from ..running import free_slug, in_words

MOST_MONTHS = 24
WHICH = [(1, "First"), (2, "Second"), (3, "Third"), (4, "Fourth"), (LAST, "Last")]
EVERY = [
    ("month-1", "each month"),
    ("month-2", "every second month"),
    ("month-3", "every third month"),
    ("week-1", "each week"),
    ("week-2", "every second week"),
    ("week-4", "every fourth week"),
]


class PatternForm(forms.Form):
    """Asks for the pattern and the times; and, once they are proposed, which days to take."""

    which = forms.TypedChoiceField(
        choices=WHICH, coerce=int, label="Which", help_text="Of a month; not asked for weeks."
    )
    weekday = forms.TypedChoiceField(choices=list(enumerate(WEEKDAYS)), coerce=int, label="Weekday")
    every = forms.ChoiceField(choices=EVERY, label="How often")
    first_on = forms.DateField(label="From", widget=AdminDateInput)
    months = forms.IntegerField(label="For how many months", min_value=1, max_value=MOST_MONTHS, initial=12)
    starts = forms.TimeField(label="Starts", widget=AdminTimeInput, help_text="London time.")
    ends = forms.TimeField(label="Ends", widget=AdminTimeInput)
    part_label = forms.CharField(
        label="Name of the public part", required=False, max_length=80, help_text="“Common Part A”."
    )

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", "The meeting must end after it starts.")
        return cleaned

    def candidates(self) -> list[Candidate]:
        """The days of the pattern, each with what speaks against it."""
        typed = self.cleaned_data
        kind, number = typed["every"].split("-")
        start, months = typed["first_on"], typed["months"]
        if kind == "month":
            return judged(monthly(start, months, int(number), typed["weekday"], typed["which"]))
        return judged(weekly(start, months, int(number), typed["weekday"]))


class PlanYearView(WagtailAdminTemplateMixin, FormView):
    """Proposes dates for a committee, and makes drafts of those that are ticked."""

    template_name = "meetings/admin/plan_year.html"
    form_class = PatternForm
    page_title = "Plan a year of dates"
    header_icon = "calendar-alt"
    _show_breadcrumbs = True

    @cached_property
    def committee(self) -> CommitteePage:
        """The committee of the address."""
        return get_object_or_404(CommitteePage, pk=self.kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        if not self.committee.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("meeting_listing:index"), "label": "Meetings"},
            {"url": "", "label": f"{self.page_title}: {self.committee.title}"},
        ]

    def get_initial(self):
        return {"first_on": timezone.localdate(), "weekday": 2, "which": 4, "every": "month-1"}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"committee": self.committee}

    def form_valid(self, form):
        candidates = form.candidates()
        taken = days_taken(self.committee)
        if "make" not in self.request.POST:
            rows = [
                {
                    "day": candidate.day,
                    "warning": candidate.warning or ("a meeting is there" if candidate.day in taken else ""),
                }
                for candidate in candidates
            ]
            return self.render_to_response(self.get_context_data(form=form, rows=rows, proposed=True))
        asked = set(self.request.POST.getlist("day"))
        days = [candidate.day for candidate in candidates if candidate.day.isoformat() in asked]
        if not days:
            form.add_error(None, "Tick at least one day.")
            return self.form_invalid(form)
        with transaction.atomic():
            for day in days:
                self.plan(day, form.cleaned_data)
        messages.success(self.request, said_of(days))
        return redirect(f"{reverse('meeting_listing:index')}?committee={self.committee.pk}")

    def plan(self, day: date, typed: dict) -> MeetingPage:
        """A draft of a meeting on a day."""
        starts_at, ends_at = at(day, typed["starts"]), at(day, typed["ends"])
        meeting = self.committee.add_child(
            instance=MeetingPage(
                title=f"{self.committee.title}, {in_words(starts_at)}",
                slug=free_slug(self.committee, starts_at),
                starts_at=starts_at,
                ends_at=ends_at,
                part_label=typed["part_label"],
                live=False,
                owner=self.request.user,
            )
        )
        meeting.save_revision(user=self.request.user, log_action=True)
        return meeting

    def form_invalid(self, form):
        messages.error(self.request, "Nothing was planned. Please see what is said beside the fields.")
        return super().form_invalid(form)


def at(day: date, clock: time) -> datetime:
    """A moment in London."""
    return datetime.combine(day, clock, tzinfo=LONDON)


def days_taken(committee: CommitteePage) -> set[date]:
    """The days on which a committee meets already."""
    starts = (
        MeetingPage.objects.child_of(committee).exclude(starts_at=None).values_list("starts_at", flat=True)
    )
    return {timezone.localdate(start, LONDON) for start in starts}


def said_of(days: list[date]) -> str:
    """What was planned, with a warning for days on which offices are closed."""
    closed = [day for day in days if warning_of(day)]
    said = f"{len(days)} meetings are planned as drafts. Look through each, then publish it."
    if closed:
        named = ", ".join(dateformat.format(day, "j F") for day in closed)
        said += f" On these days offices are closed: {named}."
    return said
