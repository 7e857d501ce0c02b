"""Requests for a file in another format, and the answers to them."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone

from partnership.content.case_numbers import new_case_number


def new_reference() -> str:
    """The reference of a request for a format."""
    return new_case_number("AF")


class FormatRequestQuerySet(models.QuerySet):
    """Requests by how they stand."""

    def open(self):
        """Those that are not answered for good."""
        return self.filter(closed_at=None)

    def closed(self):
        """Those that are answered for good."""
        return self.exclude(closed_at=None)

    def overdue(self, today: date):
        """Open ones whose promised day is over."""
        return self.open().filter(promised_on__lt=today)

    def to_erase(self, closed_before):
        """Those closed before a moment that still hold personal data."""
        return self.filter(closed_at__lt=closed_before, erased_at=None)


class FormatRequest(models.Model):
    """Somebody cannot use a file as it is, and asks for it in another format."""

    class Wanted(models.TextChoices):
        """What somebody may need."""

        ACCESSIBLE = "accessible", "A version that works with a screen reader or other software"
        LARGE_PRINT = "large_print", "Large print"
        EASY_READ = "easy_read", "Easy Read"
        BRAILLE = "braille", "Braille"
        AUDIO = "audio", "Audio"
        BSL = "bsl", "British Sign Language (BSL) video"
        TRANSLATION = "translation", "Another language"
        OTHER = "other", "Something else"

    reference = models.CharField(max_length=12, unique=True, default=new_reference)
    # Made with the form, so that a form that is sent twice is one request.
    form_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(
        "documents.CustomDocument", on_delete=models.PROTECT, related_name="format_requests"
    )
    publication = models.ForeignKey(
        "documents.PublicationPage", null=True, on_delete=models.SET_NULL, related_name="format_requests"
    )
    wanted = models.CharField("format", max_length=12, choices=Wanted.choices)
    message = models.TextField(blank=True, max_length=2000)
    needed_by = models.DateField(null=True, blank=True)
    name = models.CharField(max_length=120, blank=True)
    email = models.CharField("e-mail address", max_length=254, blank=True)
    phone = models.CharField("telephone", max_length=40, blank=True)
    postal_address = models.TextField(max_length=400, blank=True)
    asked_at = models.DateTimeField()
    promised_on = models.DateField("promised", db_index=True)
    confirmed_at = models.DateTimeField(null=True, help_text="When our e-mail that we have it went out.")
    closed_at = models.DateTimeField(null=True, db_index=True)
    erased_at = models.DateTimeField(null=True, help_text="When what says who asked was erased.")

    objects = FormatRequestQuerySet.as_manager()

    class Meta:
        ordering = ["promised_on", "asked_at"]
        verbose_name = "request for a format"
        verbose_name_plural = "requests for formats"

    def __str__(self):
        return f"{self.reference}: {self.document.title}"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be answered."""
        return self.closed_at is None

    def is_overdue(self, today: date) -> bool:
        """Whether it is still to be answered although its promised day is over."""
        return self.is_open and self.promised_on < today

    @property
    def state(self) -> str:
        """How it stands today, in a word."""
        if not self.is_open:
            return "Closed"
        return "Overdue" if self.is_overdue(timezone.localdate()) else "Open"

    def erase_person(self, now) -> None:
        """Erase who asked and what was written, for good; what was asked for and when stays, to be counted."""
        self.name = self.email = self.phone = self.postal_address = self.message = ""
        self.erased_at = now
        self.save()
        self.replies.update(text="")


class FormatReply(models.Model):
    """An answer to a request: words, and perhaps the file in the format asked for."""

    request = models.ForeignKey(FormatRequest, on_delete=models.CASCADE, related_name="replies")
    text = models.TextField(max_length=5000)
    document = models.ForeignKey(
        "documents.CustomDocument", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    sent_at = models.DateTimeField(null=True, help_text="When it went out by e-mail.")

    class Meta:
        ordering = ["written_at"]
        verbose_name = "reply about a format"
        verbose_name_plural = "replies about formats"

    def __str__(self):
        return f"Reply to {self.request.reference}"
