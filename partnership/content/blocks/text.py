"""Words: headings, paragraphs, quotes."""

from wagtail import blocks

# Headings are blocks of their own, so that a page's outline is made by the page and never by pasted text.
INLINE = ["name", "bold", "italic", "link", "document-link"]
PARAGRAPHS = [*INLINE, "ul", "ol"]

__all__ = ["INLINE", "PARAGRAPHS", "HeadingBlock", "QuoteBlock", "paragraphs"]


def paragraphs(**kwargs):
    """A rich text block with paragraphs, lists, bold, italic and links, and nothing that breaks a page."""
    return blocks.RichTextBlock(features=PARAGRAPHS, **kwargs)


class HeadingBlock(blocks.StructBlock):
    """A heading inside the page; sections feed “on this page”."""

    text = blocks.CharBlock(max_length=120)
    level = blocks.ChoiceBlock(
        choices=[("2", "Section"), ("3", "Part of a section")],
        default="2",
        help_text="Sections are listed under “on this page” when there are three or more.",
    )

    class Meta:
        icon = "title"
        label = "Heading"
        group = "Text"
        template = "blocks/heading.html"
        description = "Starts a section or a part of one."
        preview_value = {"text": "How the programme works", "level": "2"}


class QuoteBlock(blocks.StructBlock):
    """Somebody's own words."""

    text = blocks.TextBlock(help_text="Without quotation marks; the page adds them.")
    attribution = blocks.CharBlock(
        required=False, max_length=160, help_text="Who said it: a name, a role, or “A carer in Merton”."
    )

    class Meta:
        icon = "openquote"
        label = "Quote"
        group = "Text"
        template = "blocks/quote.html"
        description = "A person's own words, with who said them."
        preview_value = {"text": "I was listened to from the first day.", "attribution": "A carer"}
