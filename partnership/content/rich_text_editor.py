"""The editor of rich text."""

import json

from django.utils.html import format_html
from wagtail.admin.rich_text import DraftailRichTextArea


class NamedRichTextArea(DraftailRichTextArea):
    """Wagtail's editor, with a name for those who do not see the label above it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.options["ariaLabel"] = "Text"

    def value_from_datadict(self, data, files, name):
        """The text as it is stored. Words that no editor of ours wrote are kept as one plain paragraph."""
        typed = data.get(name)
        # Wagtail answers a 500 to anything but its editor's own notation.
        if typed is not None and not is_content_state(typed):
            return format_html("<p>{}</p>", typed) if typed.strip() else ""
        return super().value_from_datadict(data, files, name)


def is_content_state(typed: str) -> bool:
    """Whether a posted value is in the notation of Wagtail's editor; "null" is its empty text."""
    try:
        content = json.loads(typed)
    except ValueError:
        return False
    return content is None or (isinstance(content, dict) and {"blocks", "entityMap"} <= content.keys())
