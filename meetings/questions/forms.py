"""The public form that asks a committee a question."""

from django import forms

from partnership.alerts.addresses import parse_address
from partnership.content.public_forms import PublicForm, too_long, words

from ..agenda.reading import flat, read_agenda

MOST_CHARACTERS = 1500
NO_NAME = "Enter your name as it should be shown, or choose not to be named"
ABOUT_NONE = "Not about one item"


def choice(choices, missing: str) -> forms.ChoiceField:
    """A choice that has to be made."""
    return forms.ChoiceField(choices=choices, error_messages={"required": missing, "invalid_choice": missing})


class QuestionForm(PublicForm):
    """Asks for the question, how to answer it, and what of it may be public."""

    wording = forms.CharField(
        max_length=MOST_CHARACTERS,
        error_messages={"required": "Enter your question", **too_long(MOST_CHARACTERS)},
    )
    item = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "Choose an item of the agenda, or none"},
    )
    publish = choice([("yes", "Yes"), ("no", "No")], "Say whether we may publish your question")
    naming = choice(
        [("show", "Show my name"), ("hide", "Do not show my name")], "Say whether to show your name"
    )
    name = words(120)
    organisation = words(160)
    email = words(600)
    adjustments = words(600)

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        lines = flat(read_agenda(meeting, with_part_b=False).part_a)
        items = [(line.item.pk, f"{line.number} {line.title}") for line in lines]
        self.fields["item"].choices = [("", ABOUT_NONE), *items]

    def clean_email(self):
        return parse_address(self.cleaned_data["email"])

    def clean(self):
        given = super().clean()
        if given.get("naming") == "show" and "name" in given and not given["name"]:
            self.add_error("name", NO_NAME)
        if given.get("naming") == "hide":
            # What is not to be shown is not kept either.
            given["name"] = given["organisation"] = ""
        return given
