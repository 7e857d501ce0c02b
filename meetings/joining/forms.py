"""What the edit form of a meeting asks of its link, even of a draft's."""

from django.core.exceptions import ValidationError

from partnership.content.forms import PublishablePageForm

from ..models.joining import PRIVATE_LINK_REFUSED, leads_to_private_part


class MeetingPageForm(PublishablePageForm):
    """Refuses the link of a private part already in a draft, which more people read than may know that link."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Rules of notice are the committee's, which a meeting that is being added does not stand below yet.
        self.instance.committee_to_be = self.parent_page

    def clean_join_url(self):
        url = self.cleaned_data["join_url"]
        if leads_to_private_part(url):
            raise ValidationError(PRIVATE_LINK_REFUSED)
        return url
