"""Rules of notice: what has to be public how long before a meeting, or after it, and where that is laid down."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from ..notice.counting import Counting


class Duty(models.TextChoices):
    """What is owed to the public."""

    NOTICE = "notice", "Notice of the meeting"
    AGENDA = "agenda", "Agenda"
    PAPERS = "papers", "Papers"
    QUESTIONS = "questions", "Questions from the public close"
    MINUTES = "minutes", "Draft minutes"


AFTER_THE_MEETING = (Duty.MINUTES,)


class NoticeRule(models.Model):
    """How long before a meeting something is due, counted how, by what time of day, and who says so."""

    duty = models.CharField("what", max_length=9, choices=Duty.choices)
    days = models.PositiveSmallIntegerField()
    counting = models.CharField(
        "counted in", max_length=13, choices=Counting.choices, default=Counting.CLEAR_WORKING
    )
    by_time = models.TimeField(
        "by", null=True, blank=True, help_text="A time of day in London. Empty: the end of the day."
    )
    warn_days = models.PositiveSmallIntegerField(
        "warn from",
        null=True,
        blank=True,
        help_text="So many days before the meeting it is called due. Questions are taken from then on; empty: as soon "
        "as the meeting is announced.",
    )
    legal_source = models.CharField(
        max_length=300,
        blank=True,
        help_text="The Act, the constitution or the terms of reference, with the paragraph.",
    )

    panels = [
        FieldRowPanel([FieldPanel("duty"), FieldPanel("days"), FieldPanel("counting")]),
        FieldRowPanel([FieldPanel("by_time"), FieldPanel("warn_days")]),
        FieldPanel("legal_source"),
    ]

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.get_duty_display()}: {self.days} {self.get_counting_display()}"


class CommitteeRule(Orderable, NoticeRule):
    """A rule of one committee; it takes the place of its organisations' rules on the same."""

    committee = ParentalKey("meetings.CommitteePage", on_delete=models.CASCADE, related_name="notice_rules")

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "duty"],
                name="committee_rules_a_duty_once",
                violation_error_message="There is a rule on this already.",
            )
        ]


class OrganisationRule(NoticeRule):
    """A rule of an organisation, such as its constitution; it holds for every committee of its own."""

    organisation = models.ForeignKey(
        "programmes.Organisation", on_delete=models.CASCADE, related_name="notice_rules"
    )

    panels = [FieldPanel("organisation"), *NoticeRule.panels]

    class Meta:
        ordering = ["organisation__name", "duty"]
        verbose_name = "rule of notice"
        verbose_name_plural = "rules of notice"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "duty"],
                name="organisation_rules_a_duty_once",
                violation_error_message="This organisation has a rule on this already.",
            )
        ]
