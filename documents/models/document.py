"""The document that staff upload, and that keeps its link whatever file stands behind it."""

import secrets
from contextlib import nullcontext

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.documents.models import Document as WagtailDocument
from wagtail.search import index

from .register import RegisterEntry
from .versions import DocumentVersion, sha256_of


def new_public_id() -> str:
    """An identifier for addresses that cannot be guessed: 16 letters and digits, 80 bits."""
    alphabet = "abcdefghijkmnpqrstuvwxyz23456789"
    return "".join(secrets.choice(alphabet) for _ in range(16))


def place_for_file(document, filename: str) -> str:
    """Where the bytes of a new version are kept: a folder of its own, so that none ever overwrites another."""
    return f"documents/{document.public_id}/{secrets.token_hex(4)}/{filename}"


def unnoticed_by_tasks():
    """While this holds, Wagtail starts no task for what is saved: it would look for it in the library."""
    # It asks for models as soon as it is imported.
    from wagtail.signal_handlers import disable_reference_index_auto_update

    return disable_reference_index_auto_update()


class LibraryManager(models.Manager.from_queryset(DocumentQuerySet)):
    """The library: every document but those that a section keeps in private."""

    def get_queryset(self):
        return super().get_queryset().filter(is_private=False)


class CustomDocument(AbstractDocument):
    """A file with what a reader must know before downloading it; replacing it makes a new version."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    file = models.FileField(upload_to=place_for_file, max_length=255, verbose_name="file")
    language = models.CharField(
        max_length=12, default="en-GB", help_text="The language it is written in: en-GB, cy, so, BSL."
    )
    pages = models.PositiveIntegerField(
        "number of pages", null=True, blank=True, help_text="For a PDF. Shown beside the link."
    )
    demonstration_only = models.BooleanField(default=False)
    taken_down_at = models.DateTimeField(null=True, editable=False)
    # Of the newest version: how many warnings nobody has accepted. With any, the public does not get the file.
    open_warnings = models.PositiveSmallIntegerField(default=0, editable=False)
    # Only the section that keeps it knows who may read it: it is in no list, chooser or search, for nobody.
    is_private = models.BooleanField(default=False, editable=False)

    # The upload that a new file is made of, set by the form through which it came.
    arriving = None

    # By documents/library_index.py instead.
    search_auto_update = False

    # The first one is what Wagtail, forms and choosers ask.
    objects = LibraryManager()
    with_private = models.Manager()

    # The library's own search leaves private documents out.
    search_fields = [*AbstractDocument.search_fields, index.FilterField("is_private")]
    admin_form_fields = (*WagtailDocument.admin_form_fields, "language", "pages")

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"

    def save(self, *args, **kwargs):
        """Save the document; a file that is not a version yet becomes its newest one, in the same transaction.

        The bytes are written before the rows, and taken away again if the rows cannot be written.
        """
        original = self.arriving.file if self.arriving else None
        to_write = [file for file in (self.file, original) if file and not file._committed]
        unnoticed = unnoticed_by_tasks() if self.is_private else nullcontext()
        try:
            with unnoticed, transaction.atomic():
                if self.file in to_write:
                    self._set_document_file_metadata()
                super().save(*args, **kwargs)
                # Some doors of the admin store the bytes first and make the document of them afterwards.
                if self.file and not self.versions.filter(file=self.file.name).exists():
                    self._add_version()
        except BaseException:
            for file in to_write:
                if file._committed:
                    file.storage.delete(file.name)
            raise
        finally:
            for file in to_write:
                file.close()
        self.arriving = None

    def _add_version(self):
        # Two people may replace a file at once; the row's lock gives each a number of its own.
        type(self).with_private.select_for_update().get(pk=self.pk)
        newest = self.versions.order_by("-number").first()
        with self.file.storage.open(self.file.name, "rb") as file:
            digest = sha256_of(file)
        upload = self.arriving
        self.open_warnings = len(upload.open_warnings) if upload else 0
        type(self).with_private.filter(pk=self.pk).update(open_warnings=self.open_warnings)
        version = DocumentVersion.objects.create(
            document=self,
            number=newest.number + 1 if newest else 1,
            file=self.file.name,
            filename=self.filename,
            size=self.file.size,
            sha256=digest,
            change_note=upload.change_note if upload else "",
            uploaded_at=timezone.now(),
            uploaded_by=upload.uploaded_by if upload else self.uploaded_by_user,
        )
        if upload:
            upload.version = version
            upload.state = upload.State.FILED
            upload.save()

    @property
    def url(self) -> str:
        """The permanent link: always the newest version."""
        return reverse("document", args=[self.public_id, self.filename])

    @property
    def removal(self):
        """The takedown that stands in its place for the public; None where it was not taken down, or never public."""
        known = self.taken_down_at and RegisterEntry.objects.filter(public_id=self.public_id).exists()
        return self.takedowns.first() if known else None

    def version_url(self, version: DocumentVersion) -> str:
        """The permanent link of one version: always the same bytes."""
        return reverse("document_version", args=[self.public_id, version.number, version.filename])
