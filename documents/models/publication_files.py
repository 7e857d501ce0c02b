"""The files of a publication."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


class PublicationFile(Orderable):
    """One file of a publication: for an organisation, in a format, in a language."""

    class Format(models.TextChoices):
        """The forms in which the same content may come."""

        STANDARD = "standard", "Standard"
        ACCESSIBLE = "accessible", "Accessible version"
        EASY_READ = "easy_read", "Easy Read"
        LARGE_PRINT = "large_print", "Large print"
        TRANSLATION = "translation", "Translation"

    publication = ParentalKey("documents.PublicationPage", on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        "documents.CustomDocument", on_delete=models.PROTECT, related_name="publication_files"
    )
    title = models.CharField(
        max_length=160, blank=True, help_text="What the link says; the document's own title if empty."
    )
    organisation = models.ForeignKey(
        "programmes.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="publication_files",
        help_text="Whose file it is, where each organisation has its own.",
    )
    format = models.CharField(max_length=12, choices=Format.choices, default=Format.STANDARD)

    panels = [
        FieldPanel("document"),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("format")]),
    ]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """What the link says."""
        return self.title or self.document.title
