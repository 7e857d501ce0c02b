"""What is asked of minutes: a text for each item, and what publishing and approving need."""

from datetime import datetime

from django import forms
from django.utils import timezone
from wagtail.documents.widgets import AdminDocumentChooser

from documents.models import CustomDocument
from partnership.content.rich_text_editor import NamedRichTextArea

from ...clock import LONDON
from ...models import MeetingPage, MinutedItem, Minutes, Part
from ...models.meeting_states import OFF
from ...models.minutes import FEATURES

MEANWHILE = (
    "Somebody saved these minutes after you opened them. What you typed is below and was not saved: open the minutes "
    "in another tab, take over what they changed, and save again."
)


def text_area(label: str) -> NamedRichTextArea:
    """An editor for one text, named for what it is about."""
    area = NamedRichTextArea(features=FEATURES)
    area.options["ariaLabel"] = label
    return area


class MinutesForm(forms.ModelForm):
    """Writes the minutes of one part, item by item."""

    # What was saved last when the form was opened.
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Minutes
        fields = ["opening", "closing", "document"]

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = lines
        for name in ("opening", "closing"):
            self.fields[name].widget = text_area(name.capitalize())
        if self.instance.part == Part.B:
            # What is in the library is not private.
            del self.fields["document"]
        else:
            self.fields["document"].widget = AdminDocumentChooser()
            self.fields["document"].queryset = CustomDocument.objects.filter(taken_down_at=None)
        self.initial["seen"] = self.saved_at()
        texts = {}
        if self.instance.pk:
            texts = dict(MinutedItem.objects.filter(minutes=self.instance.pk).values_list("item", "text"))
        for line in lines:
            label = f"{line.number} {line.item.title}"
            self.fields[self.name_of(line)] = forms.CharField(
                label=label, required=False, widget=text_area(label), initial=texts.get(line.item.pk, "")
            )

    def name_of(self, line) -> str:
        """The name of the field for an item."""
        return f"item-{line.item.pk}"

    def saved_at(self) -> str:
        """When the minutes were saved last, as the form carries it."""
        return self.instance.saved_at.isoformat() if self.instance.saved_at else ""

    def item_fields(self):
        """The fields of the items, each with its line."""
        return [(line, self[self.name_of(line)]) for line in self.lines]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("seen", "") != self.saved_at():
            raise forms.ValidationError(MEANWHILE)
        return cleaned

    def keep(self, now: datetime) -> Minutes:
        """Save the texts of all items with the rest."""
        self.instance.saved_at = now
        minutes = self.save()
        for line in self.lines:
            MinutedItem.objects.update_or_create(
                minutes=minutes, item=line.item, defaults={"text": self.cleaned_data[self.name_of(line)]}
            )
        return minutes


class NoteForm(forms.Form):
    """Asks what has changed, where readers had something else before."""

    note = forms.CharField(
        label="What has changed",
        max_length=300,
        required=False,
        help_text="Shown to readers with this edition.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, needs_note=False, **kwargs):
        super().__init__(*args, **kwargs)
        if needs_note:
            self.fields["note"].required = True
            self.fields["note"].error_messages["required"] = (
                "These minutes were approved: say for readers what you have corrected, and why."
            )


class ApprovalForm(forms.Form):
    """Asks which meeting approved the minutes, or when, where that meeting has no page here."""

    meeting = forms.ModelChoiceField(
        MeetingPage.objects.none(),
        label="Approved at",
        required=False,
        empty_label="A meeting that has no page here",
        help_text="Each meeting’s page then links to the other.",
    )
    approved_on = forms.DateField(
        label="Approved on",
        required=False,
        help_text="Only where the meeting has no page here.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write the date as 2026-03-29."},
    )
    note = forms.CharField(
        label="What was changed from the draft",
        max_length=300,
        required=False,
        help_text="Shown to readers. They can also compare the draft with what was approved, word by word.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, meeting, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.meeting, self.now = meeting, now
        self.fields["meeting"].queryset = may_approve(meeting, now)

    def clean(self):
        cleaned = super().clean()
        chosen, day = cleaned.get("meeting"), cleaned.get("approved_on")
        if chosen:
            cleaned["approved_on"] = timezone.localtime(chosen.starts_at, LONDON).date()
        elif "meeting" not in self.errors and "approved_on" not in self.errors:
            held_on = timezone.localtime(self.meeting.starts_at, LONDON).date()
            if day is None:
                self.add_error("approved_on", "Choose the meeting that approved them, or give the date.")
            elif not held_on < day <= timezone.localdate(self.now, LONDON):
                self.add_error("approved_on", "It must be after the meeting itself, and not in the future.")
        return cleaned


def may_approve(meeting: MeetingPage, now: datetime):
    """The meetings of the same committee that have begun since: those can have approved its minutes."""
    later = MeetingPage.objects.sibling_of(meeting, inclusive=False).filter(
        starts_at__gt=meeting.starts_at, starts_at__lte=now
    )
    return later.exclude(status__in=OFF).defer("body").order_by("starts_at")
