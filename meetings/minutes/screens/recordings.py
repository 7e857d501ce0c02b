"""The screens on which the recording of a meeting is kept, published and taken back."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView
from wagtail.documents.widgets import AdminDocumentChooser

from documents.models import CustomDocument

from ...agenda.screens.base import AgendaScreen
from ...agenda.screens.forms import ReasonForm
from ...models import Part, Recording
from ...models.joining import leads_to_private_part
from ..publishing import items_to_minute
from ..recordings import publish_recording, withdraw_recording
from ..words import seconds_of, time_code
from .forms import text_area

A_TIME = "Write it as 12:30, or as 1:05:00 after an hour."


class RecordingForm(forms.ModelForm):
    """Says where a recording is, what is said in it, and when each item begins."""

    url = Recording._meta.get_field("url").formfield(assume_scheme="https")
    bsl_url = Recording._meta.get_field("bsl_url").formfield(assume_scheme="https")

    class Meta:
        model = Recording
        fields = [
            "url",
            "captions_checked",
            "file",
            "captions",
            "minutes_long",
            "bsl_url",
            "transcript",
            "transcript_document",
        ]

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = lines
        self.fields["transcript"].widget = text_area("Transcript")
        for name in ("file", "captions", "transcript_document"):
            self.fields[name].widget = AdminDocumentChooser()
            self.fields[name].queryset = CustomDocument.objects.filter(taken_down_at=None)
        for line in lines:
            seconds = self.instance.time_codes.get(str(line.item.pk))
            self.fields[self.name_of(line)] = forms.CharField(
                label=f"{line.number} {line.item.title}",
                required=False,
                max_length=10,
                initial="" if seconds is None else time_code(seconds),
                error_messages={"max_length": A_TIME},
            )

    def name_of(self, line) -> str:
        """The name of the field for when an item begins."""
        return f"begins-{line.item.pk}"

    def time_fields(self):
        """The fields for when items begin."""
        return [self[self.name_of(line)] for line in self.lines]

    def clean_url(self):
        url = self.cleaned_data["url"]
        if leads_to_private_part(url):
            raise forms.ValidationError("This is the link of a private part. Give the link to the recording.")
        return url

    def clean(self):
        cleaned = super().clean()
        begins = {}
        for line in self.lines:
            name = self.name_of(line)
            typed = cleaned.get(name) or ""
            if not typed:
                continue
            seconds = seconds_of(typed)
            if seconds is None:
                self.add_error(name, A_TIME)
            elif cleaned.get("minutes_long") and seconds > cleaned["minutes_long"] * 60:
                self.add_error(name, "The recording is not that long.")
            else:
                begins[str(line.item.pk)] = seconds
        self.instance.time_codes = begins
        return cleaned


class RecordingScreen(AgendaScreen):
    """A screen about the recording of a meeting's public part."""

    header_icon = "media"

    @cached_property
    def recording(self) -> Recording:
        """The recording as it is kept; not saved yet where there is none."""
        found = Recording.objects.filter(meeting=self.meeting.pk).first()
        recording = found or Recording(meeting=self.meeting)
        recording.meeting = self.meeting
        return recording

    @property
    def recording_url(self) -> str:
        """Where the recording is kept."""
        return reverse("meeting_minutes:recording", args=[self.meeting.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "recording": self.recording,
            "minutes_url": reverse("meeting_minutes:minutes", args=[self.meeting.pk, Part.A]),
            "back_url": self.recording_url,
            "back_label": "Back to the recording",
        }


class RecordingView(RecordingScreen, FormView):
    """Keeps the recording; what is changed in a published one shows at once."""

    form_class = RecordingForm
    page_title = "Recording"
    template_name = "meetings/minutes/screens/recording.html"

    def get_page_subtitle(self):
        return f"Recording: {self.meeting.title}"

    def get_form_kwargs(self):
        lines = items_to_minute(self.meeting, Part.A)
        return {**super().get_form_kwargs(), "instance": self.recording, "lines": lines}

    def get_context_data(self, **kwargs):
        problems = self.recording.publishing_problems(self.meeting, self.now) if self.recording.pk else {}
        return super().get_context_data(**kwargs) | {"problems": problems.values()}

    def form_valid(self, form):
        recording = form.instance
        problems = recording.publishing_problems(self.meeting, self.now) if recording.is_published else {}
        if problems:
            for name, problem in problems.items():
                form.add_error(name or None, problem)
            return self.form_invalid(form)
        recording = form.save()
        if recording.is_published:
            messages.success(self.request, "Saved. The public has it as it is now.")
        else:
            messages.success(self.request, "Saved. The public gets it once you publish it.")
        return redirect(self.recording_url)

    def form_invalid(self, form):
        messages.error(self.request, "Nothing was saved. Please see what is said beside the fields.")
        response = super().form_invalid(form)
        response.status_code = 422
        return response


class RecordingStatement(RecordingScreen, FormView):
    """Asks once more, and does it."""

    template_name = "meetings/minutes/screens/statement.html"
    about = ""

    def get_context_data(self, **kwargs):
        labels = {"submit_button_label": self.page_title, "submit_button_active_label": "Working…"}
        return super().get_context_data(**kwargs) | labels | {"about": self.about}


class PublishRecordingView(RecordingStatement):
    """Makes the recording public."""

    form_class = forms.Form
    page_title = "Publish the recording"
    about = "Everybody can watch it and read its transcript. Those who follow the committee are told the first time."

    def form_valid(self, form):
        problems = self.recording.publishing_problems(self.meeting, self.now)
        if problems:
            messages.error(self.request, " ".join(problems.values()))
        else:
            publish_recording(self.recording, self.now)
            messages.success(self.request, "The recording is public.")
        return redirect(self.recording_url)


class WithdrawRecordingView(RecordingStatement):
    """Takes the recording back at once."""

    form_class = ReasonForm
    page_title = "Take the recording back"
    about = "The page of the recording is gone from this moment, with its transcript, and so are its files."

    def form_valid(self, form):
        if self.recording.is_published:
            withdraw_recording(self.recording, form.cleaned_data["reason"], self.now)
            messages.success(self.request, "Taken back.")
        return redirect(self.recording_url)
