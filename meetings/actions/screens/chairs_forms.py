"""What is asked of a chair's action, before the public has read it and afterwards."""

from django import forms
from wagtail.admin.widgets import AdminDateInput

from partnership.content.known_pages import known_pages
from partnership.content.visibility import Audience
from programmes.models import Organisation

from ...models import ChairsAction, CommitteePage
from ..chairs import meetings_to_report_to


class ReportsToMeetingForm(forms.ModelForm):
    """A form that asks which meeting hears of it."""

    def __init__(self, *args, user, now, with_part_b, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = now
        meetings = self.fields["reported_to"]
        meetings.queryset = meetings_to_report_to(self.instance)
        meetings.empty_label = "Not decided yet"
        if not with_part_b:
            del self.fields["is_private"]


class ChairsActionForm(ReportsToMeetingForm):
    """Writes a chair's action; a draft may lack all that the public needs but what was decided."""

    NEEDED = {
        "taken_on": "Say on which day it was taken.",
        "taken_by": "Say who took it.",
        "urgency": "Say in public why it could not wait for the next meeting.",
        "power": "Say under which power it was taken.",
    }

    class Meta:
        model = ChairsAction
        fields = [
            "decided",
            "taken_on",
            "taken_by",
            "urgency",
            "power",
            "organisations",
            "area_of_work",
            "reported_to",
            "is_private",
        ]
        widgets = {
            "decided": forms.Textarea(attrs={"rows": 4}),
            "urgency": forms.Textarea(attrs={"rows": 2}),
            "taken_on": AdminDateInput,
            "organisations": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args, user, now, publishing=False, **kwargs):
        super().__init__(*args, user=user, now=now, **kwargs)
        self.publishing = publishing
        committee = self.instance.committee
        self.fields["organisations"].queryset = Organisation.objects.filter(
            committees__committee=committee.pk
        )
        areas = self.fields["area_of_work"]
        areas.queryset = known_pages(areas.queryset, user, Audience(now)).order_by("title")
        areas.empty_label = "None"
        if not self.instance.pk:
            coming = self.fields["reported_to"].queryset.filter(starts_at__gt=now).first()
            self.initial["reported_to"] = coming and coming.pk

    def clean_taken_on(self):
        taken_on = self.cleaned_data["taken_on"]
        if taken_on and taken_on > self.now.date():
            raise forms.ValidationError("This day is still to come.")
        return taken_on

    def clean(self):
        cleaned = super().clean()
        if not self.publishing:
            return cleaned
        for name, problem in self.NEEDED.items():
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, problem)
        in_common = self.instance.committee.kind == CommitteePage.Kind.IN_COMMON
        if in_common and not cleaned.get("organisations") and self.fields["organisations"].queryset.exists():
            self.add_error("organisations", "Say for which organisation: each decides for itself only.")
        return cleaned


class PublishedChairsActionForm(ReportsToMeetingForm):
    """Adds a note to a chair's action that is published, and says which meeting hears of it."""

    note = forms.CharField(
        label="Add a note",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Such as what was wrong in it. What was published stays as it was; the note is shown below it, with "
        "its date.",
    )

    class Meta:
        model = ChairsAction
        fields = ["reported_to", "is_private"]
