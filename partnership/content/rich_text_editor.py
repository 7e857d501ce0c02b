"""The editor of rich text."""

from wagtail.admin.rich_text import DraftailRichTextArea


class NamedRichTextArea(DraftailRichTextArea):
    """Wagtail's editor, with a name for those who do not see the label above it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.options["ariaLabel"] = "Text"
