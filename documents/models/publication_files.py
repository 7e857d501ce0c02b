"""The files of a publication: variants of one content."""

from datetime import date
from urllib.parse import urlsplit

from django.db import models
from django.db.models import Q
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


class PublicationFile(Orderable):
    """One file of a publication, or a link to it elsewhere: for an organisation, in a format, in a language."""

    class Format(models.TextChoices):
        """The forms in which the same content may come."""

        STANDARD = "standard", "Standard"
        ACCESSIBLE = "accessible", "Accessible version"
        EASY_READ = "easy_read", "Easy Read"
        LARGE_PRINT = "large_print", "Large print"
        BSL = "bsl", "British Sign Language (BSL) video"
        AUDIO = "audio", "Audio"
        TRANSLATION = "translation", "Translation"

    publication = ParentalKey("documents.PublicationPage", on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        "documents.CustomDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="publication_files",
    )
    link_url = models.URLField(
        "or a link",
        max_length=500,
        blank=True,
        help_text="Only for what is kept elsewhere, such as a video page. Readers are told which website it leads to.",
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
    link_language = models.CharField(
        "language behind the link",
        max_length=12,
        blank=True,
        help_text="For a link only, as a code: cy, so, BSL. A document says its own.",
    )

    panels = [
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("link_url"), FieldPanel("link_language")]),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("format")]),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(document__isnull=True) | Q(link_url=""),
                name="a_document_or_a_link",
                violation_error_message="Choose a document or give a link, not both.",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """What the link says."""
        return self.title or (self.document.title if self.document else self.link_host)

    @property
    def link_host(self) -> str:
        """The website that the link leads to: "www.youtube.com"; "" for a document."""
        return urlsplit(self.link_url).hostname or ""

    @property
    def language(self) -> str:
        """The code of the language that it is in; "" where it is not known."""
        return self.document.language if self.document else self.link_language

    @property
    def format_label(self) -> str:
        """What the link says of its format; nothing of the usual one."""
        return "" if self.format == self.Format.STANDARD else self.get_format_display()

    @property
    def dated_on(self) -> date | None:
        """The day in London on which its newest version came; None for a link. Reads the prefetched versions."""
        versions = self.document.versions.all() if self.document else ()
        return timezone.localdate(versions[0].uploaded_at) if versions else None

    @property
    def lacks(self) -> str:
        """What is missing before it can be shown, as a sentence; "" where nothing is."""
        if not self.document_id and not self.link_url:
            return "Each file needs a document or a link."
        if self.link_url and not self.title:
            return "Give each link a title: what readers find behind it."
        return ""
