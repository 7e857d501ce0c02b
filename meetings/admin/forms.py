"""What is asked of whoever cancels, moves, postpones, records or duplicates a meeting."""

from django import forms
from wagtail.admin.widgets import AdminDateTimeInput

from ..joining.links import comparable
from ..models import MeetingPage
from ..models.joining import PrivateJoinLink
from ..models.meeting_states import Status

REASON = {
    "label": "Public reason",
    "max_length": 600,
    "widget": forms.Textarea(attrs={"rows": 3}),
    "help_text": "Shown on the page, and told to those who follow the committee.",
}


class MeetingForm(forms.Form):
    """A form about one meeting at a moment."""

    def __init__(self, *args, meeting: MeetingPage, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.meeting, self.now = meeting, now


class ReasonForm(MeetingForm):
    """Asks why, for cancelling and postponing."""

    reason = forms.CharField(**REASON)


class NewDateForm(MeetingForm):
    """Asks for another start and end."""

    starts_at = forms.DateTimeField(label="Starts", widget=AdminDateTimeInput, help_text="London time.")
    ends_at = forms.DateTimeField(
        label="Ends",
        required=False,
        widget=AdminDateTimeInput,
        help_text="Empty: as long after the start as before.",
    )

    def clean(self):
        cleaned = super().clean()
        starts_at, ends_at = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts_at and not ends_at and "ends_at" not in self.errors:
            ends_at = cleaned["ends_at"] = starts_at + (self.meeting.ends_at - self.meeting.starts_at)
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", "The meeting must end after it starts.")
        return cleaned


class MoveForm(NewDateForm):
    """Asks for the new date, and why."""

    reason = forms.CharField(**REASON)

    def clean_starts_at(self):
        starts_at = self.cleaned_data["starts_at"]
        if starts_at <= self.now:
            raise forms.ValidationError("This time is over. Choose one that is still to come.")
        if starts_at == self.meeting.starts_at:
            raise forms.ValidationError("It starts then already. Choose another time.")
        return starts_at


class OutcomeForm(MeetingForm):
    """Asks what came of a meeting."""

    status = forms.ChoiceField(
        label="What came of it",
        widget=forms.RadioSelect,
        choices=[
            (Status.HELD, "Held: it took place and could decide"),
            (Status.INQUORATE, "Inquorate: too few members were there to decide"),
            (Status.ADJOURNED, "Adjourned: it stopped, and goes on at another time"),
            (Status.ABANDONED, "Abandoned: it stopped, and does not go on"),
        ],
    )
    reason = forms.CharField(**(REASON | {"required": False, "help_text": "Needed unless it was held."}))
    successor = forms.ModelChoiceField(
        label="Adjourned to",
        queryset=MeetingPage.objects.none(),
        required=False,
        empty_label="No page yet",
        help_text="The meeting at which it goes on. Add it first if it has no page.",
    )
    resumes_at = forms.DateTimeField(
        label="Or goes on at",
        required=False,
        widget=AdminDateTimeInput,
        help_text="Where that has no page of its own. London time.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        siblings = MeetingPage.objects.sibling_of(self.meeting, inclusive=False)
        later = siblings.filter(starts_at__gt=self.meeting.starts_at, status=Status.PLANNED)
        self.fields["successor"].queryset = later.defer("body").order_by("starts_at")
        self.fields["successor"].label_from_instance = lambda page: page.title

    def clean(self):
        cleaned = super().clean()
        status = cleaned.get("status")
        if status and status != Status.HELD and not cleaned.get("reason"):
            self.add_error("reason", "Say in public why.")
        if status != Status.ADJOURNED:
            cleaned["successor"] = cleaned["resumes_at"] = None
        elif (
            not cleaned.get("successor") and not cleaned.get("resumes_at") and "resumes_at" not in self.errors
        ):
            self.add_error("resumes_at", "Say when it goes on, or choose the meeting at which it does.")
        return cleaned


class PrivateLinkForm(MeetingForm):
    """Asks for the link to the private part."""

    url = forms.URLField(
        label="Link to join the private part",
        max_length=1000,
        required=False,
        assume_scheme="https",
        help_text="Members and governance officers of this committee are led on to it, and nobody else. Empty: none.",
    )

    def clean_url(self):
        url = self.cleaned_data["url"]
        spelling = comparable(url)
        if spelling and spelling in {comparable(link) for link in public_links(self.meeting)}:
            raise forms.ValidationError(
                "People join a public part with this link. Give the private part a link of its own."
            )
        return url

    def save(self, user) -> None:
        """Keep the link, or take it away."""
        url = self.cleaned_data["url"]
        if not url:
            PrivateJoinLink.objects.filter(meeting=self.meeting).delete()
            return
        link = PrivateJoinLink.objects.filter(meeting=self.meeting).first() or PrivateJoinLink(
            meeting=self.meeting
        )
        link.url, link.changed_at, link.changed_by = url, self.now, user
        link.save()


def public_links(meeting: MeetingPage) -> set[str]:
    """The links to public parts of a committee's meetings, and of this one's draft."""
    links = set(
        MeetingPage.objects.sibling_of(meeting).exclude(join_url="").values_list("join_url", flat=True)
    )
    return links | {meeting.get_latest_revision_as_object().join_url}
