"""The public form that asks for a file in another format."""

from datetime import date

from django import forms

from partnership.alerts.addresses import parse_address
from partnership.content.public_forms import PublicForm, words

from ..models import FormatRequest

Wanted = FormatRequest.Wanted
NO_WAY_BACK = "Enter an e-mail address, a telephone number or a postal address, so that we can answer"
NO_DATE = "Enter a real date, with day, month and year, like 27 3 2027"
# What only words can explain.
TO_BE_EXPLAINED = {
    Wanted.TRANSLATION: "Tell us which language you need",
    Wanted.OTHER: "Tell us what would help you",
}


class FormatRequestForm(PublicForm):
    """Asks which format, by when, and where to send the answer; nothing of it needs an account."""

    wanted = forms.ChoiceField(
        choices=Wanted.choices, error_messages={"required": "Choose the format that you need"}
    )
    message = words(2000)
    needed_day, needed_month, needed_year = words(10), words(10), words(10)
    name = words(120)
    email = words(600)
    phone = words(40)
    postal_address = words(400)

    def clean_email(self):
        typed = self.cleaned_data["email"]
        return parse_address(typed) if typed else ""

    def clean(self):
        given = super().clean()
        given["needed_by"] = self.needed_by(given)
        wanted = given.get("wanted")
        if wanted in TO_BE_EXPLAINED and "message" in given and not given["message"]:
            self.add_error("message", TO_BE_EXPLAINED[wanted])
        ways = ("email", "phone", "postal_address")
        if all(way in given for way in ways) and not any(given[way] for way in ways):
            self.add_error("email", NO_WAY_BACK)
        return given

    def needed_by(self, given: dict) -> date | None:
        """The day typed in three boxes; None where all are empty."""
        typed = [given.get(f"needed_{part}", "") for part in ("year", "month", "day")]
        if not any(typed):
            return None
        try:
            return date(*(int(part) for part in typed))
        except (ValueError, OverflowError):
            self.add_error("needed_day", NO_DATE)
            return None
