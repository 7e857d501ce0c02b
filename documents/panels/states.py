"""What an awaited publication promises, and how a publication ends."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

WAITING = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("expected_on"), FieldPanel("expected_precision")]),
            FieldPanel("expected_basis"),
            FieldPanel("date_change_reason"),
            FieldPanel("person_in_charge"),
        ],
        heading="If it is awaited",
    ),
]
ENDING = [
    MultiFieldPanel([FieldPanel("superseded_by")], heading="If something newer takes its place"),
    MultiFieldPanel(
        [FieldPanel("withdrawn_on"), FieldPanel("withdrawn_reason")], heading="If it is withdrawn"
    ),
]
