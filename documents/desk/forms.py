"""What the desk asks: about each file, about each warning, and where the files belong."""

from django import forms
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from programmes.models import Organisation

from ..forms import NOTE_MISSING
from ..models import AcceptedWarning, CustomDocument, Upload
from ..models.states import Kind
from ..replacing import NOT_YOURS_TO_REPLACE
from .handing_on import place_for_new, publications_to_add_to

LANGUAGES = {
    "en-GB": "English", "sq": "Albanian", "ar": "Arabic", "bn": "Bengali", "zh": "Chinese", "prs": "Dari",
    "fr": "French", "gu": "Gujarati", "it": "Italian", "ps": "Pashto", "fa": "Persian", "pl": "Polish",
    "pt": "Portuguese", "pa": "Punjabi", "ro": "Romanian", "so": "Somali", "es": "Spanish", "ta": "Tamil",
    "ti": "Tigrinya", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "cy": "Welsh",
    "yo": "Yoruba", "BSL": "British Sign Language",
}  # fmt: skip


def collections_to_add_to(user):
    """The collections into which somebody may put documents."""
    policy = policy_registry.get_by_type(CustomDocument)
    collections = policy.collections_user_has_permission_for(user, "add")
    return Collection.objects.filter(pk__in=[collection.pk for collection in collections])


class WarningForm(forms.Form):
    """Asks why a warning may be let pass; nothing chosen leaves it open."""

    reason = forms.ChoiceField(
        label="Accept it because",
        required=False,
        choices=[("", "Not accepted"), *AcceptedWarning.Reason.choices],
    )
    explanation = forms.CharField(label="In your words", required=False, max_length=300)

    def __init__(self, *args, finding=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.finding = finding

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("reason") == AcceptedWarning.Reason.OTHER and not cleaned.get("explanation"):
            self.add_error("explanation", "Say what the reason is.")
        if cleaned.get("explanation") and "reason" in cleaned and not cleaned["reason"]:
            self.add_error("reason", "Choose a reason too.")
        return cleaned

    @property
    def accepted(self) -> tuple[str, str] | None:
        """The reason and its explanation; None where the warning stays open."""
        reason = self.cleaned_data.get("reason")
        return (reason, self.cleaned_data["explanation"]) if reason else None


class WarningForms:
    """A form for each open warning of an upload."""

    def __init__(self, upload: Upload, prefix: str, data=None):
        self.upload = upload
        self.forms = [
            WarningForm(data, prefix=f"{prefix}-{finding.code}", finding=finding)
            for finding in upload.open_warnings
        ]

    def is_valid(self) -> bool:
        """Whether every form is filled in as it should be."""
        # Each is asked, so that each says what is wrong with it.
        checked = [form.is_valid() for form in self.forms]
        return all(checked)

    @property
    def reasons(self) -> dict[str, tuple[str, str]]:
        """Reason and explanation by the code of each warning that is to be accepted."""
        return {form.finding.code: form.accepted for form in self.forms if form.accepted}


class UploadForm(forms.ModelForm):
    """Asks what a reader must know of a file, and about each of its warnings."""

    use = forms.BooleanField(label="Use this file", required=False, initial=True)

    class Meta:
        model = Upload
        fields = ["title", "language", "change_note"]

    def __init__(self, data=None, *, instance, replaces_public=False, may_replace=True, handing_on=False):
        prefix = f"file-{instance.pk}"
        super().__init__(data, instance=instance, prefix=prefix)
        self.handing_on, self.may_replace = handing_on, may_replace
        if not replaces_public:
            del self.fields["change_note"]
        self.fields["title"].required = True
        self.fields["title"].error_messages["required"] = "Give it a title: it is what the link says."
        choices = dict(LANGUAGES)
        choices.setdefault(instance.language, instance.language)
        self.fields["language"] = forms.ChoiceField(choices=list(choices.items()))
        self.warnings = WarningForms(instance, prefix, data)

    def clean(self):
        cleaned = super().clean()
        leaves = self.handing_on and cleaned.get("use")
        if leaves and not self.may_replace:
            self.add_error("use", NOT_YOURS_TO_REPLACE)
        elif leaves and "change_note" in cleaned and not cleaned["change_note"]:
            self.add_error("change_note", NOTE_MISSING)
        return cleaned

    def is_valid(self):
        own, warnings = super().is_valid(), self.warnings.is_valid()
        return own and warnings


class DestinationForm(forms.Form):
    """Asks where the files belong."""

    EXISTING, NEW, LIBRARY = "existing", "new", "library"

    destination = forms.ChoiceField(
        label="Where do they belong?",
        choices=[
            (EXISTING, "To a publication that is there"),
            (NEW, "To a new publication"),
            (LIBRARY, "To the library only"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where the files belong."},
    )
    publication = forms.ChoiceField(required=False)
    title = forms.CharField(label="Title", required=False, max_length=255)
    kind = forms.ChoiceField(choices=Kind.choices, required=False)
    organisation = forms.ModelChoiceField(
        Organisation.objects.all(), required=False, label="Organisation that publishes it"
    )

    def __init__(self, data=None, *, user):
        super().__init__(data, prefix="to")
        self.publications = publications_to_add_to(user)
        self.fields["publication"].choices = [
            ("", "Choose one"),
            *((page.pk, self.named(page)) for page in self.publications),
        ]
        self.place = place_for_new(user)
        offered = self.fields["destination"]
        offered.choices = [
            (value, label)
            for value, label in offered.choices
            if not (value == self.EXISTING and not self.publications)
            and not (value == self.NEW and not self.place)
        ]

    @staticmethod
    def named(page) -> str:
        """A publication's title, and whether it is awaited."""
        return f"Awaited: {page.title}" if page.is_awaited else page.title

    def clean(self):
        cleaned = super().clean()
        destination = cleaned.get("destination")
        if (
            destination == self.EXISTING
            and not cleaned.get("publication")
            and "publication" not in self.errors
        ):
            self.add_error("publication", "Choose the publication.")
        if destination == self.NEW and not cleaned.get("title"):
            self.add_error("title", "Give the publication a title.")
        return cleaned

    @property
    def is_for_new(self) -> bool:
        """Whether a new publication is to be made."""
        return self.cleaned_data["destination"] == self.NEW

    @property
    def is_for_library(self) -> bool:
        """Whether the files go to no publication."""
        return self.cleaned_data["destination"] == self.LIBRARY

    def say(self, problems: dict[str, str]) -> set[str]:
        """Say what a new publication lacks beside the fields that ask for it here; answers what was said."""
        if not self.is_for_new:
            return set()
        # The address is made from the title.
        beside = {"title": "title", "slug": "title", "kind": "kind", "organisation": "organisation"}
        said = beside.keys() & problems.keys()
        for name in said:
            self.add_error(beside[name], problems[name])
        return said
