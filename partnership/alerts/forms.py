"""The sign-up form, and the choice of how often."""

from django import forms
from django.core.exceptions import ValidationError

from .addresses import MAX_LENGTH, WRONG, parse_address
from .models import Frequency


class FollowForm(forms.Form):
    """An e-mail address, and a box that people do not see and programs fill in."""

    address = forms.CharField(
        label="Your e-mail address",
        required=False,
        strip=False,
        error_messages={"null_characters_not_allowed": WRONG},
        max_length=None,
    )
    leave_empty = forms.CharField(required=False)

    def clean_address(self):
        return parse_address(self.cleaned_data["address"])

    @property
    def by_a_program(self) -> bool:
        """Whether something was filled in that nobody sees."""
        return bool(self.data.get("leave_empty"))

    @property
    def typed(self) -> str:
        """What stood in the field, to be shown again: no longer than an address can be, plus what shows the mistake."""
        return self.data.get("address", "")[: MAX_LENGTH * 2]

    @property
    def problem(self) -> str:
        """What is wrong, in one sentence; "" while nothing is."""
        return next((error for errors in self.errors.values() for error in errors), "")

    def refuse(self, problem: str) -> None:
        """Say why the form is not taken although nothing in it is wrong."""
        self.add_error("address", ValidationError(problem))


class FrequencyForm(forms.Form):
    """How often somebody wants to hear from us."""

    frequency = forms.ChoiceField(
        choices=Frequency.choices,
        error_messages=dict.fromkeys(
            ["required", "invalid_choice"], "Choose how often you want to get e-mails"
        ),
    )

    @property
    def problem(self) -> str:
        """What is wrong, in one sentence; "" while nothing is."""
        return next((error for errors in self.errors.values() for error in errors), "")
