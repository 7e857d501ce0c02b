"""What was read from the versions of documents: the text of each page, and a picture of the first."""

from datetime import datetime, timedelta

from django.db import models

# A reading that has waited this long has lost its task.
LOST_AFTER = timedelta(hours=1)


class ReadingQuerySet(models.QuerySet):
    """Readings by how they stand."""

    def waiting(self):
        """Those that are still to be done."""
        return self.filter(state=Reading.State.WAITING)

    def lost(self, now: datetime):
        """Those that wait for a task which was lost on the way."""
        return self.waiting().filter(asked_at__lt=now - LOST_AFTER)


class Reading(models.Model):
    """The reading of one version of a document by the site: how it stands, and what came of it."""

    class State(models.TextChoices):
        """How it stands."""

        WAITING = "waiting", "Waiting"
        DONE = "done", "Done"
        NOTHING = "nothing", "Has no text to take"
        FAILED = "failed", "Failed"
        REMOVED = "removed", "Removed with the file"

    version = models.OneToOneField(
        "documents.DocumentVersion", on_delete=models.CASCADE, related_name="reading"
    )
    # The newest version's reading can be had with the document itself, for lists of files.
    document = models.OneToOneField(
        "documents.CustomDocument", null=True, on_delete=models.CASCADE, related_name="reading"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING, db_index=True)
    problem = models.CharField(max_length=300, blank=True, help_text="Why it failed, or was not done yet.")
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    page_count = models.PositiveIntegerField(null=True)
    text_pages = models.PositiveIntegerField(default=0, help_text="Pages that have a text of their own.")
    failed_checks = models.JSONField(
        null=True,
        help_text="Codes of the accessibility checks that it fails; empty where it was not checked.",
    )
    picture = models.FileField(max_length=255, blank=True)
    picture_width = models.PositiveSmallIntegerField(null=True)
    picture_height = models.PositiveSmallIntegerField(null=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = "text of a file"
        verbose_name_plural = "texts of files"

    def __str__(self):
        return f"Text of {self.version}"


class PageText(models.Model):
    """The text of one page of a version; of a file without pages, all of its text."""

    version = models.ForeignKey(
        "documents.DocumentVersion", on_delete=models.CASCADE, related_name="page_texts"
    )
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    is_withheld = models.BooleanField(
        default=False, help_text="Something on the page is covered, so its text is not shown."
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["version", "number"], name="one_text_of_a_page"),
        ]

    def __str__(self):
        return f"{self.version}, page {self.number}"
