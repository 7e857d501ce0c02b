"""The papers of agenda items."""

from django.db import models
from django.db.models import Q

from .agenda import AgendaItem, Part


class AgendaPaperQuerySet(models.QuerySet):
    """Papers by who may have them."""

    def public(self):
        """Those that the public may have while the meeting's page is there: published, and not private."""
        released = Q(item__part=Part.A) | Q(released_at__isnull=False)
        return self.filter(
            released,
            item__published_at__isnull=False,
            published_at__isnull=False,
            document__is_private=False,
            document__open_warnings=0,
        )


class AgendaPaper(models.Model):
    """A document that a meeting considers under one of its items."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="papers")
    document = models.ForeignKey(
        "documents.CustomDocument", on_delete=models.PROTECT, related_name="agenda_papers"
    )
    title = models.CharField(
        max_length=160, blank=True, help_text="What the link says; the document’s own title if empty."
    )
    place = models.PositiveIntegerField(default=0, editable=False)
    # Since when those who may read it have had it: the public in Part A, the committee in Part B.
    published_at = models.DateTimeField(null=True, editable=False)
    late_reason = models.CharField(
        "why it is late", max_length=300, blank=True, help_text="The public reads this."
    )
    released_at = models.DateTimeField(null=True, editable=False)
    release_note = models.CharField(
        max_length=300, blank=True, help_text="Why it is no longer private. The public reads this."
    )

    objects = AgendaPaperQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["place", "pk"]
        verbose_name = "paper"
        constraints = [
            models.UniqueConstraint(
                fields=["item", "document"],
                name="a_paper_is_there_once",
                violation_error_message="This document is a paper of this item already.",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """What the link says."""
        return self.title or self.document.title

    @property
    def is_private(self) -> bool:
        """Whether only the committee may read it."""
        return self.item.part == Part.B and self.released_at is None

    @property
    def held_back(self) -> bool:
        """Whether a warning that nobody has accepted keeps the file from the public."""
        return not self.is_private and bool(self.document.open_warnings)
