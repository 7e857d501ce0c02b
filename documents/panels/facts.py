"""What a publication is, whose it is, and what it says."""

from django.forms import CheckboxSelectMultiple
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

FACTS = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("state")]),
            FieldPanel("organisation"),
            FieldRowPanel([FieldPanel("published_on"), FieldPanel("published_precision")]),
            FieldRowPanel([FieldPanel("scheme_class"), FieldPanel("reference_number")]),
        ],
        heading="Publication",
    ),
    FieldPanel("body", help_text="Start each part with a heading; three or more make “on this page”."),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("covers_from"), FieldPanel("covers_until")]),
            FieldPanel("covers_precision"),
        ],
        heading="Period covered",
        classname="collapsed",
    ),
    MultiFieldPanel(
        [FieldPanel("contributors", widget=CheckboxSelectMultiple)],
        heading="Contributing organisations",
        classname="collapsed",
    ),
]
