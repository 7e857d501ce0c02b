"""Links to pages inside a text."""

from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from .links import opening_tags


class ReadersPageLinkHandler(PageLinkHandler):
    """A link to a page, for those who may open it; for others its words alone."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return opening_tags(Page, attrs_list)
