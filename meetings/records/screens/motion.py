"""The screen of the motion to exclude the public: proposed with the agenda, voted on by each committee for itself."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.views.generic import TemplateView

from ...models import ExclusionMotion
from ..constituents import benches_of
from ..motions import USUAL_WORDING, propose
from ..publishing import record_correction
from .base import RecordScreen

CARRIED = {"": None, "yes": True, "no": False}
VOTES = [("yes", "Carried"), ("no", "Not carried")]


class MotionForm(forms.ModelForm):
    """Asks for the motion and its reason."""

    class Meta:
        model = ExclusionMotion
        fields = ["wording", "reason"]
        widgets = {
            "wording": forms.Textarea(attrs={"rows": 4}),
            "reason": forms.Textarea(attrs={"rows": 3}),
        }
        error_messages = {
            "wording": {"required": "Write the motion that will be put to the vote."},
            "reason": {
                "required": "Say why the public is to leave. The Act asks for the reason in the motion."
            },
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial["wording"] = USUAL_WORDING


class VoteForm(forms.Form):
    """Asks of one committee whether it carried the motion."""

    carried = forms.ChoiceField(
        required=False,
        choices=[("", "Not recorded yet"), *VOTES],
    )

    def __init__(self, *args, sitting, **kwargs):
        self.sitting = sitting
        was = {True: "yes", False: "no", None: ""}[sitting.motion_carried]
        super().__init__(*args, initial={"carried": was}, **kwargs)
        self.fields["carried"].label = sitting.called
        if sitting.quorate is False:
            self.fields["carried"].choices = [("", "Not put: there was no quorum"), *VOTES]


class MotionView(RecordScreen, TemplateView):
    """The proposed motion, and from the start of the meeting what each committee made of it."""

    page_title = "Motion to exclude the public"
    template_name = "meetings/records/motion.html"

    def build(self, data=None) -> None:
        """Make the forms, of what is kept or of what was typed."""
        # Who has no grant is not told whether there is a private part before the public is.
        if not (self.with_part_b or self.knows_of_part_b):
            raise PermissionDenied
        kept = ExclusionMotion.objects.filter(meeting=self.meeting).first()
        self.form = MotionForm(
            data, instance=kept or ExclusionMotion(meeting=self.meeting), use_required_attribute=False
        )
        self.benches = benches_of(self.meeting)
        begun = self.meeting.starts_at <= self.now
        self.votes = [
            VoteForm(data, prefix=f"vote-{bench.key}", sitting=bench.sitting)
            for bench in self.benches
            if begun
        ]

    def get_context_data(self, **kwargs):
        if not hasattr(self, "form"):
            self.build()
        return super().get_context_data(**kwargs) | {"form": self.form, "votes": self.votes}

    def post(self, request, *args, **kwargs):
        self.build(request.POST)
        valid = [form.is_valid() for form in (self.form, *self.votes)]
        if not (all(valid) and self.correction_is_said()):
            return self.not_saved()
        self.save()
        messages.success(request, "Saved.")
        return redirect(self.record_url if self.votes else self.agenda_url)

    @transaction.atomic
    def save(self) -> None:
        """Keep the motion, and each committee's vote on it."""
        for vote in self.votes:
            vote.sitting.motion_carried = CARRIED[vote.cleaned_data["carried"]]
        for bench in self.benches:
            if self.is_published and bench.sitting.published_at is None:
                bench.sitting.published_at = self.now
        propose(self.form.save(commit=False), self.benches)
        if self.is_published:
            record_correction(self.meeting, self.correction, self.now)
