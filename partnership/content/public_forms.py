"""Forms that anybody may send: without an account, a cookie or a script."""

import uuid

from django import forms
from django.core.exceptions import ValidationError


def too_long(most: int) -> dict:
    """What somebody is told who wrote more than fits."""
    return {"max_length": f"Use at most {most} characters"}


def words(most: int, **more) -> forms.CharField:
    """A field of at most so many characters, which may stay empty."""
    return forms.CharField(required=False, max_length=most, error_messages=too_long(most), **more)


class PublicForm(forms.Form):
    """A form with a box that people do not see and programs fill in, which makes one case however often it is sent."""

    leave_empty = words(200)
    form_key = forms.UUIDField(required=False)

    def clean_leave_empty(self):
        if self.cleaned_data["leave_empty"]:
            raise ValidationError("Leave the last box empty; it is there to stop programs")
        return ""

    @property
    def key(self) -> str:
        """What makes a form that is sent twice one case; the same when it is shown again with mistakes."""
        try:
            return str(uuid.UUID(self.data.get("form_key", "")))
        except ValueError:
            return str(uuid.uuid4())

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What is wrong, as (name of the field, sentence), in the order of the form."""
        order = list(self.fields)
        found = [(name, error) for name, errors in self.errors.items() for error in errors]
        return sorted(found, key=lambda problem: order.index(problem[0]) if problem[0] in order else -1)
