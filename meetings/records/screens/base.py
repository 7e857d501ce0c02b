"""What every screen of a record has: its meeting, and whether the record is public already."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property

from ...agenda.screens.base import AgendaScreen
from ...models import AgendaItem, Part, Sitting


class CorrectionForm(forms.Form):
    """Asks, of a record that is public, what is corrected."""

    correction = forms.CharField(
        label="What is corrected, and why",
        max_length=300,
        help_text="The record is published, so the correction is public as soon as you save it, with this note. Name "
        "nothing private.",
        error_messages={"required": "Say what is corrected. The public reads it."},
    )


class RecordScreen(AgendaScreen):
    """A screen about the record of a meeting. What is in Part B does not exist for who has no grant to read it."""

    header_icon = "clipboard-list"

    def dispatch(self, request, *args, **kwargs):
        meeting = self.find_meeting(**kwargs)
        if not meeting.starts_at:
            messages.error(request, "Say first when the meeting starts.")
            return redirect("meeting_agenda:agenda", meeting.pk)
        response = super().dispatch(request, *args, **kwargs)
        # It may hold what is private.
        response["Cache-Control"] = "private, no-store"
        return response

    @cached_property
    def knows_of_part_b(self) -> bool:
        """Whether this keeper may know that there is a private part: with a grant, or as the public reads of it."""
        private = AgendaItem.objects.filter(meeting=self.meeting, part=Part.B)
        return (private if self.with_part_b else private.published()).exists()

    @property
    def record_url(self) -> str:
        """Where the record as a whole is."""
        return reverse("meeting_agenda:record", args=[self.meeting.pk])

    @cached_property
    def is_published(self) -> bool:
        """Whether the public has the record, so that every change is a correction."""
        return Sitting.objects.filter(meeting=self.meeting).published().exists()

    @cached_property
    def correction_form(self) -> CorrectionForm | None:
        """Asks what is corrected; None where nothing is public yet."""
        if not self.is_published:
            return None
        return CorrectionForm(self.request.POST if self.request.method == "POST" else None)

    def correction_is_said(self) -> bool:
        """Whether it is said what is corrected, where that is needed."""
        return self.correction_form is None or self.correction_form.is_valid()

    @property
    def correction(self) -> str:
        """What is corrected, as it was typed."""
        return self.correction_form.cleaned_data["correction"]

    @property
    def saved_words(self) -> str:
        """What is said once everything is kept."""
        if self.is_published:
            return "Corrected. The public reads it on the meeting’s page."
        return "Saved. Nobody sees it before you publish the record."

    def not_saved(self):
        """The screen again, with everything that was typed and what is wrong beside its field."""
        messages.error(self.request, "Nothing was saved. Please see what is said beside the fields.")
        return self.render_to_response(self.get_context_data(), status=400)

    def get_breadcrumbs_items(self):
        *above, own = super().get_breadcrumbs_items()
        if self.page_title != "Record":
            above.append({"url": self.record_url, "label": "Record"})
        return [*above, own]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "record_url": self.record_url,
            "is_published": self.is_published,
            "correction_form": self.correction_form,
        }
