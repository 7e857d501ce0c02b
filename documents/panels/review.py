"""What a review says about itself."""

from wagtail.admin.panels import FieldPanel

REVIEW = [
    FieldPanel("subject_reviewed"),
    FieldPanel("outcome"),
    FieldPanel("what_happened_next"),
]
