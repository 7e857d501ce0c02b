"""Links to pages inside a text, and the name of the field in which one is written."""

from wagtail.admin.rich_text.editors.draftail.features import Feature
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from .links import opening_tags


class ReadersPageLinkHandler(PageLinkHandler):
    """A link to a page, for those who may open it; for others its words alone."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return opening_tags(Page, attrs_list)


class EditorName(Feature):
    """What a screen reader calls the field for a text; Wagtail gives it no name inside a block."""

    def construct_options(self, options):
        options["ariaLabel"] = "Text"
