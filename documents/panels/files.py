"""The files of a publication."""

from wagtail.admin.panels import InlinePanel

FILES = [
    InlinePanel(
        "files",
        heading="Files",
        label="File",
        help_text="One for each organisation, format or language.",
    ),
]
