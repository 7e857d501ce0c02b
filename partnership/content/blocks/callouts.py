"""Parts of a page that stand out, as in the NHS.UK service manual."""

from wagtail import blocks

from .links import LinkBlock
from .text import INLINE, paragraphs

__all__ = ["ActionLinkBlock", "DetailsBlock", "DoDontBlock", "InsetBlock", "WarningBlock"]


class InsetBlock(blocks.StructBlock):
    """A passage set apart from the text around it."""

    text = paragraphs()

    class Meta:
        icon = "info-circle"
        label = "Inset text"
        group = "Callouts"
        template = "blocks/inset.html"
        description = "Sets something apart, such as a note or an exception."
        preview_value = {"text": "<p>The next review is in spring.</p>"}


class WarningBlock(blocks.StructBlock):
    """Something a reader must not miss."""

    heading = blocks.CharBlock(max_length=80, default="Important")
    text = paragraphs()

    class Meta:
        icon = "warning"
        label = "Warning callout"
        group = "Callouts"
        template = "blocks/warning.html"
        description = "Something a reader must not miss. Use once on a page at most."
        preview_value = {"heading": "Important", "text": "<p>This service has moved.</p>"}


class DetailsBlock(blocks.StructBlock):
    """Text that opens when asked for."""

    summary = blocks.CharBlock(max_length=120, help_text="What the reader presses to open the text.")
    text = paragraphs()
    expander = blocks.BooleanBlock(required=False, label="Show as an expander (a box, for several in a row)")

    class Meta:
        icon = "collapse-down"
        label = "Details or expander"
        group = "Callouts"
        template = "blocks/details.html"
        description = "Detail that only some readers need."
        preview_value = {"summary": "How places are counted", "text": "<p>By borough.</p>"}


class DoDontBlock(blocks.StructBlock):
    """A list of things to do, or not to do."""

    kind = blocks.ChoiceBlock(choices=[("do", "Do"), ("dont", "Don't")], default="do")
    items = blocks.ListBlock(
        blocks.RichTextBlock(features=INLINE), min_num=1, help_text="One thing to a line."
    )

    class Meta:
        icon = "list-ul"
        label = "Do or don't list"
        group = "Callouts"
        template = "blocks/do_dont.html"
        description = "What to do, or what not to do."
        preview_value = {"kind": "do", "items": ["<p>bring a friend</p>", "<p>ask questions</p>"]}


class ActionLinkBlock(LinkBlock):
    """The one thing to do next, as a link with an arrow."""

    class Meta:
        icon = "arrow-right"
        label = "Action link"
        group = "Callouts"
        template = "blocks/action_link.html"
        description = "The one thing to do next."
        preview_value = {"text": "Find a meeting", "url": "https://example.org/"}
