"""The proof of notice: when what was told to the public became public."""

from django.core.exceptions import ValidationError
from django.db import models

from .papers import AgendaPaper


class PublicNoticeQuerySet(models.QuerySet):
    """The record; it is only ever added to."""

    def update(self, **kwargs):
        raise ValidationError("The record of notices cannot be changed.")

    def delete(self):
        raise ValidationError("The record of notices cannot be deleted.")


class PublicNotice(models.Model):
    """That something about a meeting became public: its notice, agenda, a paper, its record, its minutes."""

    class Kind(models.TextChoices):
        """What became public."""

        NOTICE = "notice", "Notice of the meeting"
        AGENDA = "agenda", "Agenda"
        PAPER = "paper", "Paper"
        RECORD = "record", "Record of attendance and decisions"
        DRAFT_MINUTES = "draft_minutes", "Draft minutes"
        MINUTES = "minutes", "Approved minutes"
        MINUTES_BACK = "minutes_back", "Minutes taken back"
        RECORDING = "recording", "Recording"

    meeting = models.ForeignKey(
        "meetings.MeetingPage", on_delete=models.CASCADE, related_name="public_notices"
    )
    kind = models.CharField(max_length=16, choices=Kind.choices)
    paper = models.ForeignKey(
        AgendaPaper, null=True, blank=True, on_delete=models.CASCADE, related_name="public_notices"
    )
    at = models.DateTimeField()
    reason = models.CharField(max_length=300, blank=True, help_text="Why so late, or why again.")

    objects = PublicNoticeQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = "public notice"

    def __str__(self):
        return f"{self.get_kind_display()}, {self.at}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise ValidationError("The record of notices cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise ValidationError("The record of notices cannot be deleted.")
