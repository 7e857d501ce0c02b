"""Ways on: links, cards, documents, people to ask."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from ..links import page_address
from .text import paragraphs

__all__ = [
    "CardsBlock",
    "ContactBlock",
    "DocumentListBlock",
    "LinkBlock",
    "LinkValue",
    "RelatedLinksBlock",
]


class LinkValue(blocks.StructValue):
    """Where a link leads and what it says."""

    @property
    def href(self) -> str:
        """The address: of the page chosen, if whoever reads may open it, else the one typed."""
        page = self.get("page")
        if page:
            return page_address(page)
        return self.get("url") or ""

    @property
    def words(self) -> str:
        """The link's text: what the editor wrote, else the page's title, which only those who may open it are told."""
        page = self.get("page")
        return self.get("text") or (page.title if page and self.href else "") or self.get("url") or ""


class LinkBlock(blocks.StructBlock):
    """A link to a page of this site or to an address elsewhere."""

    text = blocks.CharBlock(
        required=False, max_length=120, help_text="Leave empty to use the page's own title."
    )
    page = blocks.PageChooserBlock(required=False)
    url = blocks.URLBlock(required=False, label="or an address elsewhere")

    class Meta:
        icon = "link"
        value_class = LinkValue

    def clean(self, value):
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if not cleaned.get("page") and not cleaned.get("url"):
            problem = ValidationError("Choose a page, or give an address.")
            raise StructBlockValidationError(block_errors={"page": problem})
        if cleaned.get("url") and not cleaned.get("page") and not cleaned.get("text"):
            problem = ValidationError("Say in words where the link leads.")
            raise StructBlockValidationError(block_errors={"text": problem})
        return cleaned


class RelatedLinksBlock(blocks.StreamBlock):
    """Links at the end of a page."""

    link = LinkBlock(template="blocks/link.html")

    class Meta:
        required = False


class CardBlock(LinkBlock):
    """A link with a sentence about what is behind it."""

    description = blocks.CharBlock(required=False, max_length=200)


class CardsBlock(blocks.StructBlock):
    """A group of cards, each a link with a sentence."""

    cards = blocks.ListBlock(CardBlock(), min_num=1, max_num=12)

    class Meta:
        icon = "grip"
        label = "Cards"
        group = "Links"
        template = "blocks/cards.html"
        description = "Several ways on from here, each with a sentence."
        preview_value = {
            "cards": [{"text": "Our work", "url": "https://example.org/", "description": "What we do"}]
        }


class DocumentListBlock(blocks.StructBlock):
    """Files to download, each with its type and size."""

    heading = blocks.CharBlock(required=False, max_length=120)
    documents = blocks.ListBlock(DocumentChooserBlock(), min_num=1)

    class Meta:
        icon = "doc-full"
        label = "Document list"
        group = "Links"
        template = "blocks/document_list.html"
        description = "Files to download. A review or report is better as a publication of its own."


class ContactBlock(blocks.StructBlock):
    """Whom to ask, and how."""

    name = blocks.CharBlock(max_length=120, help_text="A team or an office rather than a person.")
    text = paragraphs(required=False)
    phone = blocks.CharBlock(required=False, max_length=40)
    email = blocks.EmailBlock(required=False)
    hours = blocks.CharBlock(required=False, max_length=120, label="when it answers")

    class Meta:
        icon = "mail"
        label = "Contact"
        group = "Links"
        template = "blocks/contact.html"
        description = "Whom to ask, by phone or e-mail, and when they answer."
        preview_value = {"name": "Partnership office", "email": "office@example.org"}
