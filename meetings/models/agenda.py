"""The agenda of a meeting: its items, in the public part and in the private one.

Items are records beside their meeting and not rows of its page: whoever may edit, compare or preview the page would
read Part B there.
"""

from django.db import models


class Part(models.TextChoices):
    """Whether the public may be there."""

    A = "A", "Part A, in public"
    B = "B", "Part B, in private"


class AgendaItemQuerySet(models.QuerySet):
    """Items by what is known of them."""

    def published(self):
        """Those on the agenda as it was published, the private ones included."""
        return self.filter(published_at__isnull=False)

    def in_order(self):
        """As the meeting takes them: Part A before Part B, sub-items to be sorted below their own."""
        return self.order_by("part", "place", "pk")


class AgendaItem(models.Model):
    """Something that a meeting takes up, in public or in private."""

    class Purpose(models.TextChoices):
        """What is wanted of those who meet."""

        DECISION = "decision", "For decision"
        ASSURANCE = "assurance", "For assurance"
        DISCUSSION = "discussion", "For discussion"
        INFORMATION = "information", "For information"

    meeting = models.ForeignKey("meetings.MeetingPage", on_delete=models.CASCADE, related_name="agenda_items")
    parent = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.CASCADE, related_name="sub_items"
    )
    part = models.CharField(max_length=1, choices=Part.choices, default=Part.A, editable=False)
    place = models.PositiveIntegerField(default=0, editable=False)
    title = models.CharField(max_length=200)
    title_is_public = models.BooleanField(
        "the public may read the title",
        default=False,
        help_text="Otherwise the public reads only that there is a private item, and why it is private.",
    )
    lead = models.CharField("led by", max_length=200, blank=True, help_text="Who brings it.")
    minutes = models.PositiveSmallIntegerField(
        "minutes", null=True, blank=True, help_text="How long it is to take. Clock times follow from it."
    )
    purpose = models.CharField(max_length=12, choices=Purpose.choices, blank=True)
    area_of_work = models.ForeignKey(
        "programmes.AreaOfWorkPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="agenda_items",
        verbose_name="programme or collaborative",
    )
    asked = models.TextField(
        "what is asked", max_length=1500, blank=True, help_text="What those who meet are asked to do."
    )
    outcome = models.TextField(max_length=3000, blank=True, help_text="What came of it.")
    private_reason = models.TextField(
        "why it is private",
        max_length=600,
        blank=True,
        help_text="The public reads this. Say why, without what: “It names people in care.”",
    )
    # Since when it has been on the agenda that was published. In Part B the public has its stub from then on.
    published_at = models.DateTimeField(null=True, editable=False)
    released_at = models.DateTimeField(null=True, editable=False)
    release_note = models.CharField(
        max_length=300, blank=True, help_text="Why it is no longer private. The public reads this."
    )

    objects = AgendaItemQuerySet.as_manager()

    # What names a programme or a document is listed in the admin; a private item must not be.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["part", "place", "pk"]
        verbose_name = "agenda item"

    def __str__(self):
        return self.title

    @property
    def is_private(self) -> bool:
        """Whether only the committee may read it."""
        return self.part == Part.B and self.released_at is None
