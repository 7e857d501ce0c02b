"""The screens on which minutes are published, approved, taken back and released: each says what it does first."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.views.generic import FormView

from ...agenda.screens.forms import ReasonForm
from ...models import Part
from ...models.notice_rules import Duty
from ...notice.counting import day_in_london
from ...notice.rules import RuleBook
from ..publishing import (
    approve,
    newest_edition,
    obstacle_to_publishing,
    publish,
    release,
    says_the_same,
    withdraw,
    working_edition,
)
from .base import MinutesScreen
from .forms import ApprovalForm, NoteForm

RECORDED = "When is recorded for ever."


class StatementScreen(MinutesScreen, FormView):
    """Asks once more, and does it."""

    template_name = "meetings/minutes/screens/statement.html"
    submit_label = ""

    def obstacle(self) -> str:
        """Why it cannot be done, in a sentence; "" where it can."""
        return ""

    def check(self):
        super().check()
        self.saved_minutes  # noqa: B018 (nothing is stated of minutes that nobody has written)

    def get_context_data(self, **kwargs):
        labels = {"submit_button_label": self.submit_label, "submit_button_active_label": "Working…"}
        own = {"about": self.about(), "obstacle": self.obstacle()}
        return super().get_context_data(**kwargs) | labels | own

    def form_valid(self, form):
        if obstacle := self.obstacle():
            messages.error(self.request, obstacle)
        else:
            messages.success(self.request, self.perform(form.cleaned_data))
        return redirect(self.minutes_url)

    def form_invalid(self, form):
        messages.error(self.request, "Nothing was changed. Please see what is said beside the fields.")
        response = super().form_invalid(form)
        response.status_code = 422
        return response

    @property
    def readers(self) -> str:
        """Who reads them, in words."""
        return "The committee’s members" if self.minutes.is_private else "Everybody"


class PublishView(StatementScreen):
    """Publishes what is written: as a draft, as a newer draft, or as a correction of what was approved."""

    form_class = NoteForm

    @property
    def submit_label(self):
        """What the button does."""
        return "Publish the correction" if self.minutes.is_approved else "Publish draft minutes"

    def get_page_title(self):
        return self.submit_label

    def get_form_kwargs(self):
        is_correction = self.minutes.is_approved and newest_edition(self.minutes) is not None
        return {**super().get_form_kwargs(), "needs_note": is_correction}

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if newest_edition(self.minutes) is None:
            late = self.is_late()
            form.fields["note"].label = "Why they come late" if late else "A note for readers"
        return form

    def is_late(self) -> bool:
        """Whether a first draft comes after the day by which it was due."""
        committee, day = self.meeting.get_parent().pk, day_in_london(self.meeting.starts_at)
        rule = RuleBook([committee]).rule(committee, Duty.MINUTES, day)
        return rule.is_late(self.now, day_in_london(self.now), day)

    def obstacle(self):
        newest = newest_edition(self.minutes)
        if self.minutes.is_published and newest and says_the_same(newest, working_edition(self.minutes)):
            return "Readers have what is saved already. Change it and save it first."
        return obstacle_to_publishing(self.minutes, self.now)

    def about(self):
        if self.minutes.is_approved:
            return f"{self.readers} will read the corrected minutes; the edition before stays readable beside them."
        later = " The draft before stays readable." if newest_edition(self.minutes) else ""
        told = "" if self.part == Part.B else f" Those who follow the committee are told. {RECORDED}"
        return f"{self.readers} will read what is saved, marked as a draft.{later}{told}"

    def perform(self, cleaned):
        publish(self.minutes, self.request.user, self.now, cleaned["note"])
        return "Published."


class ApproveView(StatementScreen):
    """Records that a later meeting approved the minutes, as they are written now."""

    form_class = ApprovalForm
    page_title = submit_label = "Record as approved"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "meeting": self.meeting, "now": self.now}

    def obstacle(self):
        if self.minutes.is_approved:
            return "These minutes are recorded as approved already. What is wrong in them is published as a correction."
        return obstacle_to_publishing(self.minutes, self.now)

    def about(self):
        return (
            f"{self.readers} will read what is saved as the approved minutes. The draft stays readable, marked, and "
            "the two can be compared. First save what the meeting wanted changed."
        )

    def perform(self, cleaned):
        approve(
            self.minutes,
            self.request.user,
            self.now,
            cleaned["meeting"],
            cleaned["approved_on"],
            cleaned["note"],
        )
        return "Recorded as approved, and published."


class WithdrawView(StatementScreen):
    """Takes minutes back from their readers, at once and with all their editions."""

    form_class = ReasonForm
    page_title = "Take the minutes back"
    submit_label = "Take them back now"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "label": "Why they are taken back"}

    def obstacle(self):
        return "" if self.minutes.is_published else "Readers do not have these minutes."

    def about(self):
        return (
            "Every edition is out of reach from this moment, and out of the search. Their address says that they were "
            "taken back, when and why. What is written stays here; correct it and publish it again."
        )

    def perform(self, cleaned):
        withdraw(self.minutes, cleaned["reason"], self.now)
        return "Taken back."


class ReleaseView(StatementScreen):
    """Makes the minutes of the private part public."""

    form_class = ReasonForm
    page_title = "Release the minutes of Part B"
    submit_label = "Make them public"

    def obstacle(self):
        if self.part == Part.A or not self.minutes.is_private:
            raise PermissionDenied
        return "" if self.minutes.is_published else "Publish them to the committee first."

    def about(self):
        return (
            "Everybody will read them, with every edition and the titles of all their items. Items and papers are "
            "released one by one."
        )

    def perform(self, cleaned):
        release(self.minutes, cleaned["reason"], self.now)
        return "The minutes are public."
