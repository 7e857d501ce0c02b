"""The body that every page can have."""

from wagtail import blocks

from .callouts import ActionLinkBlock, DetailsBlock, DoDontBlock, InsetBlock, WarningBlock
from .data import FiguresBlock, FileChecksBlock, SummaryListBlock, TableBlock
from .links import CardsBlock, ContactBlock, DocumentListBlock
from .media import PictureBlock, VideoBlock
from .text import HeadingBlock, QuoteBlock, paragraphs

__all__ = ["BodyBlock"]


class BodyBlock(blocks.StreamBlock):
    """A page's body, from the components of NHS.UK that editors know."""

    paragraph = paragraphs(
        icon="pilcrow",
        label="Text",
        group="Text",
        template="blocks/paragraph.html",
        description="Paragraphs and lists.",
        preview_value="<p>The three trusts plan care together:</p><ul><li>closer to home</li><li>sooner</li></ul>",
    )
    heading = HeadingBlock()
    quote = QuoteBlock()
    inset = InsetBlock()
    warning = WarningBlock()
    details = DetailsBlock()
    do_dont = DoDontBlock()
    action_link = ActionLinkBlock()
    cards = CardsBlock()
    document_list = DocumentListBlock()
    contact = ContactBlock()
    summary_list = SummaryListBlock()
    table = TableBlock()
    figures = FiguresBlock()
    file_checks = FileChecksBlock()
    picture = PictureBlock()
    video = VideoBlock()

    class Meta:
        required = False
