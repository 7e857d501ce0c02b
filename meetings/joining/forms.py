"""What the edit form of a meeting asks of its link, even of a draft's."""

from django.core.exceptions import ValidationError

from partnership.content.forms import PublishablePageForm

from ..models.joining import PRIVATE_LINK_REFUSED, leads_to_private_part


class MeetingPageForm(PublishablePageForm):
    """Refuses the link of a private part already in a draft, which more people read than may know that link."""

    def clean_join_url(self):
        url = self.cleaned_data["join_url"]
        if leads_to_private_part(url):
            raise ValidationError(PRIVATE_LINK_REFUSED)
        return url
