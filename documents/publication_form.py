"""The form on which a publication is edited."""

from django.core.exceptions import ValidationError

from partnership.content.forms import PublishablePageForm

NO_END_BY_THE_CLOCK = (
    "A publication does not end by the clock, which would leave no trace of it. Leave this empty; to end it, set its "
    "state to “Withdrawn” when the time comes."
)


class PublicationForm(PublishablePageForm):
    """Every page's form; it takes no time at which a publication would vanish."""

    def clean_expire_at(self):
        if self.cleaned_data["expire_at"] and "expire_at" in self.changed_data:
            raise ValidationError(NO_END_BY_THE_CLOCK)
        return self.cleaned_data["expire_at"]
