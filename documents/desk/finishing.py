"""What a publication lacks before it can be submitted: said on the desk, and asked there where that can be."""

from django import forms

from ..models import PublicationPage
from .handing_on import NotReadyError

# What the desk can ask for; the rest is done on the page's own screen.
ASKABLE = (
    "summary",
    "organisation",
    "change_note",
    "expected_on",
    "expected_basis",
    "date_change_reason",
    "covers_from",
    "covers_until",
    "last_reviewed_on",
    "next_review_on",
)
DATES = {"expected_on", "covers_from", "covers_until", "last_reviewed_on", "next_review_on"}


class FinishingForm(forms.Form):
    """Asks for what was found lacking, and for nothing before."""

    # Of the publication that is not ready: its key, if it was there before, and what is said of no field here.
    page, others = None, ()

    def __init__(self, data=None):
        super().__init__(data, prefix="lacks")
        named = data.get("lacks-asked", "").split() if data else []
        self.asked = [name for name in ASKABLE if name in named]
        widgets = {name: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d") for name in DATES}
        self.fields.update(
            forms.fields_for_model(
                PublicationPage, fields=self.asked, widgets=widgets, formfield_callback=optional
            )
        )

    @classmethod
    def asking(cls, typed, refusal: NotReadyError, elsewhere: set[str]):
        """The form that asks for what a draft lacks, with what was typed and what the draft holds.

        `elsewhere` names fields that the screen asks for already.
        """
        asked = [name for name in ASKABLE if name in refusal.problems and name not in elsewhere]
        data = typed.copy()
        data["lacks-asked"] = " ".join({*asked, *typed.get("lacks-asked", "").split()} - elsewhere)
        for name in asked:
            held = PublicationPage._meta.get_field(name).value_from_object(refusal.draft)
            data.setdefault(f"lacks-{name}", "" if held is None else str(held))
        form = cls(data)
        form.others = [
            problem
            for name, problem in refusal.problems.items()
            if name not in form.fields and name not in elsewhere
        ]
        for name in asked:
            if name not in form.errors:
                form.add_error(name, refusal.problems[name])
        return form

    @property
    def given(self) -> dict:
        """What was filled in, by field."""
        return {name: value for name, value in self.cleaned_data.items() if value} if self.asked else {}


def optional(model_field, **kwargs):
    """The form field of a model's field, which a draft may leave empty."""
    field = model_field.formfield(**kwargs)
    field.required = False
    return field
