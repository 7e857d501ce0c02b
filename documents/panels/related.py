"""What a publication is about, and what belongs to it."""

from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from partnership.content.pages_chooser import PagesChooser

RELATED = [
    MultiFieldPanel(
        [
            FieldPanel("areas_of_work", widget=PagesChooser),
            FieldPanel("related_publications", widget=PagesChooser),
        ],
        heading="Related",
    ),
]
