"""What an editor fills in for a meeting, apart from its agenda."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel

WHEN = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("part_label"),
        FieldRowPanel([FieldPanel("part_starts_at"), FieldPanel("part_ends_at")]),
        FieldPanel("private_label"),
        FieldRowPanel([FieldPanel("private_starts_at"), FieldPanel("private_ends_at")]),
        FieldPanel("short_notice_reason"),
    ],
    heading="When",
)
JOINING = MultiFieldPanel(
    [FieldPanel("join_url"), FieldPanel("join_from"), FieldPanel("dial_in")],
    heading="Joining online",
)
WHERE = MultiFieldPanel(
    [
        FieldPanel("chair"),
        FieldPanel("venue"),
        FieldPanel("access_information"),
        FieldPanel("interpreters"),
        FieldPanel("adjustments"),
    ],
    heading="Where, and what helps people to be there",
)
STATE = MultiFieldPanel(
    [
        FieldPanel("status"),
        FieldPanel("status_reason"),
        PageChooserPanel("successor", "meetings.MeetingPage"),
        FieldPanel("resumes_at"),
    ],
    heading="What became of it",
    help_text="Easier from “Run this meeting” in the menu beside the title: it asks for what is needed, publishes and "
    "tells those who follow the committee.",
    classname="collapsed",
)
