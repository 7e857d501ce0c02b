"""What an officer decides of one question."""

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from ..agenda.reading import flat, read_agenda
from ..models import Question
from ..models.questions import QuestionState, Safeguarding
from .permissions import officers_of

State = QuestionState
LONG = forms.Textarea(attrs={"rows": 6})


class CaseForm(WagtailAdminModelForm):
    """Whether somebody is at risk, who deals with it, what is published, and what becomes of it."""

    safeguarding = forms.ChoiceField(
        choices=Safeguarding.choices,
        required=False,
        widget=forms.RadioSelect,
        label="Is it about safeguarding?",
        help_text="Such a question is never published. Follow the safeguarding route before anything else.",
    )
    publish = forms.BooleanField(
        required=False,
        label="Publish the question with its answer on the page of the meeting",
        help_text="Once it is answered; before the meeting or after it.",
    )
    remove_name = forms.BooleanField(
        required=False,
        label="Take the asker’s name away, as they wish",
        help_text="It is erased at once, and cannot be brought back.",
    )
    quietly = forms.BooleanField(
        required=False,
        label="Do not write to the asker about this change",
        help_text="For a slip of the pen. Otherwise they are told what became of their question.",
    )
    # How much had been done when the screen was opened.
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Question
        fields = [
            "safeguarding", "assigned_to", "item", "public_wording", "answer", "state", "merged_into", "reason",
        ]  # fmt: skip
        widgets = {"public_wording": LONG, "answer": LONG, "reason": forms.Textarea(attrs={"rows": 3})}
        labels = {
            "assigned_to": "Who deals with it",
            "item": "Item of the agenda",
            "state": "What becomes of it",
            "merged_into": "Answered with",
            "reason": "Why it is not published",
        }
        help_texts = {
            "public_wording": "What the page shows. Shorten it, and take out names and what is personal; what was "
            "asked stays above as it came.",
            "answer": "Goes out by e-mail, and on the page where it is published.",
            "merged_into": "For a question that is merged: the one that carries the answer.",
            "reason": "For one that is not published: the asker is told this.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        question = self.instance
        if question.erased_at:
            # What is on the page stays the asker's: they may still wish their name away.
            for name in set(self.fields) - {"publish", "remove_name", "seen"}:
                del self.fields[name]
        else:
            self.offer_choices(question)
        self.fields["publish"].initial = bool(question.published_at) or question.is_open
        self.fields["seen"].initial = question.changes.count()
        if not question.may_publish:
            del self.fields["publish"]
        if not question.name:
            del self.fields["remove_name"]

    def offer_choices(self, question: Question) -> None:
        """Offer the items of the public agenda, the committee's officers, and the other questions of the meeting."""
        lines = flat(read_agenda(question.meeting, with_part_b=False).part_a)
        self.fields["item"].queryset = question.meeting.agenda_items.filter(
            pk__in=[line.item.pk for line in lines]
        )
        self.fields["assigned_to"].queryset = officers_of(question.meeting)
        others = Question.objects.filter(meeting=question.meeting, merged_into=None, erased_at=None)
        self.fields["merged_into"].queryset = others.exclude(pk=question.pk).exclude(safeguarding="yes")
        self.fields["merged_into"].label_from_instance = lambda other: (
            f"{other.reference}: {other.wording[:60]}"
        )

    def clean(self):
        given = super().clean()
        if given.get("seen") != self.instance.changes.count():
            self.add_error(
                None,
                "Somebody changed this question while you had it open. Nothing is saved: copy your words, and open it "
                "again.",
            )
        state, at_risk = given.get("state"), given.get("safeguarding")
        needed = {State.ANSWERED: "answer", State.MERGED: "merged_into", State.NOT_PUBLISHED: "reason"}
        missing = {
            "answer": "Write the answer first.",
            "merged_into": "Choose the question that carries the answer.",
            "reason": "Say why; the asker is told this.",
        }
        field = needed.get(state)
        if field and not given.get(field) and field not in self.errors:
            self.add_error(field, missing[field])
        if state == State.ANSWERED and given.get("publish"):
            self.clean_publishing(given, at_risk)
        return given

    def clean_publishing(self, given, at_risk):
        """Refuse to publish what nobody may read."""
        if not given.get("public_wording"):
            self.add_error("public_wording", "Write what the page shows.")
        if at_risk == Safeguarding.YES:
            self.add_error("publish", "A question about safeguarding is never published. Untick this.")
        elif at_risk == "" and self.instance.suggests_harm:
            self.add_error("safeguarding", "Decide this before you publish: its words may speak of harm.")

    @property
    def decision(self) -> dict:
        """What was decided, for `triage.decide`."""
        return {"publish": False, "remove_name": False, "quietly": True, **self.cleaned_data}
