"""The versions of a document: every file that ever stood behind its link."""

import hashlib

from django.conf import settings
from django.db import models


def sha256_of(file) -> str:
    """The SHA-256 of an open file, in hexadecimal; the file is read in pieces and left at its start."""
    digest = hashlib.sha256()
    file.seek(0)
    for piece in iter(lambda: file.read(1024 * 1024), b""):
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()


class DocumentVersion(models.Model):
    """One file of a document, as it was on the day it was uploaded; never changed, never overwritten."""

    document = models.ForeignKey(
        "documents.CustomDocument", on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField()
    # Names the stored file; it is written by the document and shared with it while this version is the newest.
    file = models.FileField(max_length=255)
    filename = models.CharField(max_length=255, help_text="The name a reader saves it under.")
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    change_note = models.CharField(
        max_length=300,
        blank=True,
        help_text="What the public is told of it, where it replaced a public file.",
    )
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="one_version_of_a_number")]

    def __str__(self):
        return f"{self.document}, version {self.number}"
