"""What is asked of one item for one committee."""

from django import forms

from ...models import ItemRecord

Decision = ItemRecord.Decision
# What a committee that is not quorate can do.
WITHOUT_QUORUM = ("", Decision.RECOMMENDED, Decision.DEFERRED, Decision.NOTED)
QUORATE = {"": None, "yes": True, "no": False}


class DecisionForm(forms.ModelForm):
    """Writes down what one committee decided on one item."""

    says_quorate = forms.ChoiceField(label="Quorate for this item", required=False)

    class Meta:
        model = ItemRecord
        fields = [
            "applies",
            "decision",
            "decision_text",
            "reference",
            "quorate_reason",
            "conflicts",
            "conflicts_managed",
        ]
        widgets = {
            "decision_text": forms.Textarea(attrs={"rows": 2}),
            "conflicts": forms.Textarea(attrs={"rows": 2}),
            "conflicts_managed": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, line, bench, proposal: bool | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.line, self.bench, self.proposal = line, bench, proposal
        words = {True: "quorate", False: "not quorate", None: "not known"}[proposal]
        self.fields["says_quorate"].choices = [
            ("", f"As counted: {words}"),
            ("yes", "Quorate"),
            ("no", "Not quorate"),
        ]
        if self.instance.quorate_reason:
            self.initial["says_quorate"] = "yes" if self.instance.quorate else "no"
        self.fields["decision"].choices = [("", "Nothing recorded"), *Decision.choices]

    def clean(self):
        cleaned = super().clean()
        said = QUORATE[cleaned.get("says_quorate") or ""]
        # A choice that is what was counted is no correction.
        corrected = said is not None and said != self.proposal
        quorate = said if corrected else self.proposal
        if corrected and not cleaned.get("quorate_reason"):
            self.add_error("quorate_reason", "Say why this differs from the count. The public reads it.")
        if not corrected:
            cleaned["quorate_reason"] = ""
        decision = cleaned.get("decision", "")
        if not cleaned.get("applies"):
            if decision or cleaned.get("decision_text"):
                self.add_error("applies", "It has a decision, so it concerns this committee.")
            quorate = None
        elif quorate is False and decision not in WITHOUT_QUORUM:
            self.add_error(
                "decision",
                "Its committee was not quorate for this item. Choose “Recommended”, “Deferred” or “Noted”, or correct "
                "the quorum.",
            )
        elif quorate is not False and decision == Decision.RECOMMENDED:
            self.add_error(
                "decision", "Its committee was quorate, so it decided. Choose what, or correct the quorum."
            )
        if cleaned.get("conflicts") and not cleaned.get("conflicts_managed"):
            self.add_error("conflicts_managed", "Say how the conflict was managed. The public reads it.")
        if self.instance.ratified_on and decision != Decision.RECOMMENDED:
            self.add_error("decision", "This recommendation was ratified, so it stays one.")
        self.instance.quorate = quorate
        return cleaned

    @property
    def is_said(self) -> bool:
        """Whether there is anything to keep."""
        return self.instance.pk is not None or self.has_changed()

    @property
    def shows_more(self) -> bool:
        """Whether what is folded away holds something, or something wrong."""
        names = ("says_quorate", "quorate_reason", "conflicts", "conflicts_managed")
        if any(self.errors.get(name) for name in names) if self.is_bound else False:
            return True
        return any(self[name].value() for name in names)


class RatificationForm(forms.ModelForm):
    """Asks when a recommendation was ratified, and by whom."""

    class Meta:
        model = ItemRecord
        fields = ["ratified_on", "ratified_by_meeting", "ratified_note"]
        widgets = {"ratified_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})}
        labels = {"ratified_on": "Ratified on"}
        help_texts = {
            "ratified_by_meeting": "A later meeting of this committee, where it was ratified there."
        }

    def __init__(self, *args, meetings, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["ratified_on"].required = True
        self.fields["ratified_on"].error_messages["required"] = "Give the day on which it was ratified."
        self.fields["ratified_by_meeting"].queryset = meetings
        self.fields["ratified_by_meeting"].empty_label = "None of these"

    def clean(self):
        cleaned = super().clean()
        day = cleaned.get("ratified_on")
        if day and day > self.today:
            self.add_error("ratified_on", "This day is still to come.")
        if day and self.instance.item.meeting.starts_at.date() > day:
            self.add_error("ratified_on", "This day is before the meeting.")
        if not cleaned.get("ratified_by_meeting") and not cleaned.get("ratified_note"):
            self.add_error("ratified_note", "Choose the meeting, or write who ratified it.")
        return cleaned
