"""What an editor is told beside an answer to a freedom-of-information request."""

from wagtail.admin.panels import Panel

from ..disclosures.checks import LIMIT_IN_WORKING_DAYS, limit_for, personal_data_in


class DisclosureChecksPanel(Panel):
    """How many working days an answer took, and what in its saved words looks like personal data."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"heading": "Checks", **kwargs})

    class BoundPanel(Panel.BoundPanel):
        """The same for one answer."""

        template_name = "documents/panels/disclosure_checks.html"

        def is_shown(self):
            return super().is_shown() and bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return context | {
                "days": self.instance.days_taken(),
                "limit": LIMIT_IN_WORKING_DAYS,
                "last_day": limit_for(self.instance),
                "warnings": personal_data_in(self.instance),
            }
