"""What a publication is about, and what belongs to it."""

from django.forms import CheckboxSelectMultiple
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

RELATED = [
    MultiFieldPanel(
        [
            FieldPanel("areas_of_work", widget=CheckboxSelectMultiple),
            FieldPanel("related_publications", widget=CheckboxSelectMultiple),
        ],
        heading="Related",
    ),
]
