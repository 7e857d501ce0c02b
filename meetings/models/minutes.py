"""The minutes of meetings: what is being written, and every edition of it that readers had.

They are records beside their meeting and not rows of its page, as the agenda is: whoever may edit, compare or preview
the page would read the private part's minutes there.
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from wagtail.fields import RichTextField

from .agenda import AgendaItem, Part

# Headings are made by the page, from the items.
FEATURES = ["name", "bold", "italic", "link", "ul", "ol"]


class MinutesQuerySet(models.QuerySet):
    """Minutes by who may read them."""

    def published(self):
        """Those that their readers have: the public in Part A, the committee in Part B."""
        return self.filter(withdrawn_at=None).exclude(draft_published_at=None, approved_published_at=None)

    def public(self):
        """Those that the public may read while the meeting's page is there."""
        return self.published().filter(Q(part=Part.A) | Q(released_at__isnull=False))


class Minutes(models.Model):
    """The minutes of one part of a meeting: the text as its keeper has it, and where it stands."""

    meeting = models.ForeignKey("meetings.MeetingPage", on_delete=models.CASCADE, related_name="minutes")
    part = models.CharField(max_length=1, choices=Part.choices, default=Part.A, editable=False)
    opening = RichTextField(
        blank=True,
        features=FEATURES,
        help_text="What comes before the first item: how the meeting was opened.",
    )
    closing = RichTextField(
        blank=True, features=FEATURES, help_text="What comes after the last item: when the meeting ended."
    )
    document = models.ForeignKey(
        "documents.CustomDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The same minutes as a file, if there is one. Readers get it below the text.",
    )
    # When the text was last saved, so that nobody overwrites what somebody else has saved meanwhile.
    saved_at = models.DateTimeField(null=True, editable=False)
    draft_published_at = models.DateTimeField(null=True, editable=False)
    approved_published_at = models.DateTimeField(null=True, editable=False)
    approved_on = models.DateField(null=True, editable=False)
    approved_at_meeting = models.ForeignKey(
        "meetings.MeetingPage",
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="minutes_approved",
    )
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_reason = models.CharField(max_length=300, blank=True, editable=False)
    released_at = models.DateTimeField(null=True, editable=False)
    release_note = models.CharField(max_length=300, blank=True, editable=False)

    objects = MinutesQuerySet.as_manager()

    # What names a document is listed in the admin; private minutes must not be.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name_plural = "minutes"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "part"], name="a_part_of_a_meeting_has_minutes_once")
        ]

    def __str__(self):
        # Never a title or a text: this is what logs and lists show.
        return f"Minutes of meeting {self.meeting_id}, part {self.part}"

    @property
    def is_private(self) -> bool:
        """Whether only the committee may read them."""
        return self.part == Part.B and self.released_at is None

    @property
    def is_approved(self) -> bool:
        """Whether a later meeting approved them."""
        return self.approved_published_at is not None

    @property
    def is_published(self) -> bool:
        """Whether their readers have them now."""
        return self.withdrawn_at is None and bool(self.draft_published_at or self.approved_published_at)

    @property
    def stage(self) -> str:
        """How far they have come, as a state of their meeting."""
        if not self.is_published:
            return ""
        return "Approved minutes" if self.is_approved else "Draft minutes"


class MinutedItem(models.Model):
    """What is being written about one item of the agenda."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="items")
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="minuted")
    text = RichTextField(blank=True, features=FEATURES)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["minutes", "item"], name="an_item_is_minuted_once"),
        ]

    def __str__(self):
        return f"Item {self.item_id} in {self.minutes}"


class MinutesEdition(models.Model):
    """The minutes as they were published at a moment. Its words are never changed; it can be hidden."""

    class Status(models.TextChoices):
        """What the edition is."""

        DRAFT = "draft", "Draft"
        APPROVED = "approved", "Approved"

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=8, choices=Status.choices)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    note = models.CharField(max_length=300, blank=True)
    opening = RichTextField(blank=True, features=FEATURES)
    closing = RichTextField(blank=True, features=FEATURES)
    # The items in order: {"item": key, "number": "3.2", "title": …, "text": …}, as they were called then.
    lines = models.JSONField(default=list)
    document = models.ForeignKey(
        "documents.CustomDocument", null=True, on_delete=models.PROTECT, related_name="+"
    )
    hidden_at = models.DateTimeField(null=True)
    hidden_reason = models.CharField(max_length=300, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["number"]
        verbose_name = "edition of minutes"
        verbose_name_plural = "editions of minutes"
        constraints = [
            models.UniqueConstraint(fields=["minutes", "number"], name="an_edition_of_minutes_has_a_number")
        ]

    def __str__(self):
        return f"Edition {self.number} of {self.minutes}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise ValidationError("An edition of minutes cannot be changed.")
        super().save(*args, **kwargs)

    @property
    def is_draft(self) -> bool:
        """Whether no meeting has approved these words."""
        return self.status == self.Status.DRAFT
