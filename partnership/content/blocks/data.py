"""Facts in rows: summary lists, tables, figures."""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from .text import INLINE, paragraphs

__all__ = ["FiguresBlock", "FileChecksBlock", "SummaryListBlock", "TableBlock"]


class SummaryListBlock(blocks.StructBlock):
    """Names and their values."""

    rows = blocks.ListBlock(
        blocks.StructBlock([("key", blocks.CharBlock(max_length=80)), ("value", paragraphs())]),
        min_num=1,
    )

    class Meta:
        icon = "list-ul"
        label = "Summary list"
        group = "Facts"
        template = "blocks/summary_list.html"
        description = "Facts as names and values."
        preview_value = {"rows": [{"key": "Started", "value": "<p>2017</p>"}]}


class TableBlock(blocks.StructBlock):
    """A table, always with a caption and column headings."""

    caption = blocks.CharBlock(max_length=160, help_text="What the table shows. Read out first.")
    first_column_is_headings = blocks.BooleanBlock(required=False, default=True)
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(required=False)),
            ("number", blocks.DecimalBlock(required=False)),
            ("rich_text", blocks.RichTextBlock(features=INLINE, required=False)),
        ]
    )

    class Meta:
        icon = "table"
        label = "Table"
        group = "Facts"
        template = "blocks/table.html"
        description = "A table with a caption and headings, readable aloud and on a phone."
        preview_value = {
            "caption": "Places by borough",
            "first_column_is_headings": True,
            "table": {
                "columns": [{"type": "text", "heading": "Borough"}, {"type": "number", "heading": "Places"}],
                "rows": [{"values": ["Merton", 12]}, {"values": ["Lambeth", 31]}],
                "caption": "",
            },
        }


class FigureItemBlock(blocks.StructBlock):
    """One number and what it counts."""

    value = blocks.CharBlock(max_length=24, help_text="As it should read: 81 million, 250+, 24/7.")
    counts = blocks.CharBlock(max_length=120, help_text="What it counts, and when.")
    source = blocks.CharBlock(required=False, max_length=160)


class FiguresBlock(blocks.StructBlock):
    """A row of numbers. Figures that are reported on elsewhere too belong under Impact figures."""

    figures = blocks.ListBlock(FigureItemBlock(), min_num=1, max_num=6)

    class Meta:
        icon = "order"
        label = "Figures"
        group = "Facts"
        template = "blocks/figures.html"
        description = "Numbers in large type, each with what it counts."
        preview_value = {"figures": [{"value": "250+", "counts": "people at the conference, 2019"}]}


class FileChecksBlock(blocks.StaticBlock):
    """How many public files fail which check of accessibility, as it was last counted."""

    class Meta:
        icon = "list-ul"
        label = "Accessibility of our files"
        group = "Data"
        template = "blocks/file_checks.html"
        admin_text = (
            "How many public files fail which check. The site counts by itself, every quarter of an hour."
        )
        description = "For the accessibility statement: counted by the site itself."
