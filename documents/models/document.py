"""The file that staff upload."""

from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument


class CustomDocument(AbstractDocument):
    """A file with what a reader must know before downloading it."""

    language = models.CharField(
        max_length=12, default="en-GB", help_text="The language it is written in: en-GB, cy, so, BSL."
    )
    pages = models.PositiveIntegerField(
        "number of pages", null=True, blank=True, help_text="For a PDF. Shown beside the link."
    )
    demonstration_only = models.BooleanField(default=False)

    admin_form_fields = (*WagtailDocument.admin_form_fields, "language", "pages")

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
