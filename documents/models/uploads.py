"""What staff uploaded, exactly as it came, and what the inspection said of it."""

import secrets

from django.conf import settings
from django.db import models

from ..inspection.report import Finding, Report, Severity


def place_for_original(upload, filename: str) -> str:
    """Where an original is kept: a folder of its own, below one that nothing serves."""
    return f"originals/{secrets.token_hex(8)}/{filename}"


class UploadQuerySet(models.QuerySet):
    """Uploads by how far they have come."""

    def on_desk_of(self, user):
        """What somebody uploaded, or took over, and has not put anywhere yet, oldest first."""
        own = models.Q(taken_over_by=user) | models.Q(taken_over_by=None, uploaded_by=user)
        return self.filter(own).exclude(state=Upload.State.FILED).order_by("pk")

    def waiting(self):
        """Those that no virus scanner has cleared yet."""
        return self.filter(state=Upload.State.WAITING)


class Upload(models.Model):
    """One file as it was uploaded, with the inspection's report; private, whatever becomes of it.

    What the public gets is a copy, mended where need be, which is a version of a document.
    """

    class State(models.TextChoices):
        """How far it has come."""

        WAITING = "waiting", "Waiting for the virus scanner"
        ON_DESK = "on_desk", "On the desk"
        REFUSED = "refused", "Refused"
        FILED = "filed", "In the library"

    # A document's usage is where readers meet it; this is only where it came from.
    wagtail_reference_index_ignore = True

    version = models.OneToOneField(
        "documents.DocumentVersion", null=True, on_delete=models.CASCADE, related_name="upload"
    )
    replaces = models.ForeignKey(
        "documents.CustomDocument", null=True, on_delete=models.CASCADE, related_name="replacements"
    )
    collection = models.ForeignKey(
        "wagtailcore.Collection", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    file = models.FileField(upload_to=place_for_original, max_length=255)
    filename = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ON_DESK)
    report_data = models.JSONField(default=dict)
    title = models.CharField(max_length=255, blank=True)
    language = models.CharField(max_length=12, default="en-GB")
    change_note = models.CharField(
        "what has changed",
        max_length=300,
        blank=True,
        help_text="In a sentence for the public, where it takes the place of a file that was public.",
    )
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    taken_over_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    private_pages = models.JSONField(
        default=list,
        help_text="The pages whose private papers it may be, by key; those of whoever uploaded it.",
    )
    tried_at = models.DateTimeField(null=True)

    objects = UploadQuerySet.as_manager()

    def __str__(self):
        return self.filename

    @property
    def report(self) -> Report:
        """What the inspection said, and what was mended."""
        return Report.from_data(self.report_data)

    @property
    def mended(self) -> list[Finding]:
        """What is put right in the public copy."""
        return self.report.of(Severity.MENDED)

    @property
    def warnings(self) -> list[tuple[Finding, "AcceptedWarning | None"]]:
        """Each warning, with who accepted it and why, where somebody did."""
        accepted = {one.code: one for one in self.accepted_warnings.all()} if self.pk else {}
        return [(finding, accepted.get(finding.code)) for finding in self.report.warnings]

    @property
    def open_warnings(self) -> list[Finding]:
        """The warnings that nobody has accepted."""
        return [finding for finding, accepted in self.warnings if accepted is None]


class AcceptedWarning(models.Model):
    """A warning that somebody decided to let pass, and why."""

    class Reason(models.TextChoices):
        """The reasons there are."""

        MEANT_TO_BE_PUBLIC = "public", "It is meant to be public"
        FALSE_ALARM = "false_alarm", "I checked: it is not what it seems"
        ACCESSIBLE_VERSION = "accessible", "An accessible version is published beside it"
        RECORD = "record", "It is a record and must stay as it is"
        BETTER_FILE_COMING = "coming", "A better file has been asked for and will replace it"
        OTHER = "other", "Another reason (say which)"

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="accepted_warnings")
    code = models.CharField(max_length=60)
    says = models.TextField()
    reason = models.CharField(max_length=12, choices=Reason.choices)
    explanation = models.CharField(max_length=300, blank=True)
    accepted_at = models.DateTimeField()
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["upload", "code"], name="one_acceptance_of_a_warning"),
            models.CheckConstraint(
                condition=~models.Q(reason="other", explanation=""),
                name="another_reason_is_said",
                violation_error_message="Say what the reason is.",
            ),
        ]

    def __str__(self):
        return f"{self.says} {self.in_words}"

    @property
    def in_words(self) -> str:
        """The reason, as a colleague reads it."""
        if self.reason == self.Reason.OTHER:
            return self.explanation
        return f"{self.get_reason_display()}. {self.explanation}".strip()
