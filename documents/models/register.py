"""The public register: a line for all that was ever done to a public file, chained so that none can be lost."""

import hashlib
import json
import secrets

from django.db import models


def sealed(text: str, salt: str) -> str:
    """A seal over a text that may have to be erased one day: it proves the text, and does not give it away."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()


class RegisterEntry(models.Model):
    """One line of the register.

    Each line's digest covers the line before it, so that a removed or altered line shows. Titles and reasons enter
    the digest as seals: where the law demands that one is erased, its words and salt go and the chain still holds.
    """

    class Event(models.TextChoices):
        """What was done."""

        PUBLISHED = "published", "Published"
        REPLACED = "replaced", "Replaced by a new version"
        CORRECTED = "corrected", "Corrected"
        WITHDRAWN = "withdrawn", "Withdrawn"
        TAKEN_DOWN = "taken_down", "Taken down"

    number = models.PositiveBigIntegerField(primary_key=True)
    happened_at = models.DateTimeField()
    event = models.CharField(max_length=12, choices=Event.choices)
    # No foreign key: the line outlives the document.
    public_id = models.CharField(max_length=16, db_index=True)
    version = models.PositiveIntegerField()
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    title = models.CharField(max_length=255, blank=True)
    reason = models.CharField(max_length=600, blank=True)
    salt = models.CharField(max_length=32, blank=True)
    title_seal = models.CharField(max_length=64)
    reason_seal = models.CharField(max_length=64)
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["-number"]
        verbose_name_plural = "register entries"

    def __str__(self):
        return f"{self.number}: {self.get_event_display()} {self.title}"

    def seal(self):
        """Seal the words and close the chain over this line; called once, when it is written."""
        self.salt = secrets.token_hex(16)
        self.title_seal = sealed(self.title, self.salt)
        self.reason_seal = sealed(self.reason, self.salt)
        self.digest = self.expected_digest()

    def expected_digest(self) -> str:
        """The digest that follows from what the line says and from the line before it."""
        facts = [
            self.number,
            self.happened_at.isoformat(),
            self.event,
            self.public_id,
            self.version,
            self.sha256,
            self.title_seal,
            self.reason_seal,
            self.previous_digest,
        ]
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()

    def erase_words(self):
        """Erase the title and the reason, for good, and keep the fact and the chain."""
        self.title = self.reason = self.salt = ""
        self.save(update_fields=["title", "reason", "salt"])

    @property
    def is_of_page(self) -> bool:
        """Whether it is about the text of a page and not about a file."""
        return self.public_id.startswith("page-")

    @property
    def words_erased(self) -> bool:
        """Whether the title and the reason had to be erased."""
        return not self.salt


class RegisterHead(models.Model):
    """The end of the register: one row, locked by whoever writes the next line."""

    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    def __str__(self):
        return f"line {self.number}"
