"""The recording of a meeting's public part."""

from datetime import datetime

from django.db import models
from wagtail.fields import RichTextField

from ..minutes.words import has_words
from .minutes import FEATURES


class RecordingQuerySet(models.QuerySet):
    """Recordings by who may have them."""

    def published(self):
        """Those that the public may have while the meeting's page is there."""
        return self.filter(published_at__isnull=False, withdrawn_at=None)


class Recording(models.Model):
    """A recording of a meeting's public part: where it is, what is said in it, and when each item begins."""

    meeting = models.OneToOneField("meetings.MeetingPage", on_delete=models.CASCADE, related_name="recording")
    url = models.URLField(
        "link to the recording",
        blank=True,
        max_length=1000,
        help_text="Readers follow it; nothing of that site is loaded here. Never a recording of the private part.",
    )
    file = models.ForeignKey(
        "documents.CustomDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="or an uploaded video",
        help_text="MP4 or WebM, from the library.",
    )
    captions = models.ForeignKey(
        "documents.CustomDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="captions file (WebVTT)",
        help_text="For an uploaded video.",
    )
    captions_checked = models.BooleanField(
        "the linked recording has captions that a person has checked", default=False
    )
    minutes_long = models.PositiveSmallIntegerField("length in minutes", null=True, blank=True)
    transcript = RichTextField(
        blank=True, features=FEATURES, help_text="Everything said, and everything shown that matters."
    )
    transcript_document = models.ForeignKey(
        "documents.CustomDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="or the transcript as a file",
    )
    bsl_url = models.URLField("link to a version in British Sign Language", blank=True, max_length=1000)
    # Seconds from the start at which items begin, by the items' keys.
    time_codes = models.JSONField(default=dict, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_reason = models.CharField(max_length=300, blank=True, editable=False)

    objects = RecordingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"Recording of meeting {self.meeting_id}"

    def publishing_problems(self, meeting, now: datetime) -> dict[str, str]:
        """What must be put right before the public gets it, by field; "" is the whole."""
        problems = {}
        if bool(self.url) == bool(self.file_id):
            problems["url"] = "Give either a link or an uploaded video."
        elif self.url and not self.captions_checked:
            problems["captions_checked"] = "Confirm that a person has checked the captions."
        elif self.file_id and not self.captions_id:
            problems["captions"] = "An uploaded video needs a captions file."
        if not (self.has_transcript or self.transcript_document_id):
            problems["transcript"] = "A transcript is needed, as text or as a file."
        if meeting.is_off or not meeting.public_ends_at or now < meeting.public_ends_at:
            problems[""] = "A recording is published after the public part of the meeting has ended."
        return problems

    @property
    def has_transcript(self) -> bool:
        """Whether there is a transcript to read here."""
        return has_words(self.transcript)

    @property
    def is_published(self) -> bool:
        """Whether the public has it."""
        return self.published_at is not None and self.withdrawn_at is None
