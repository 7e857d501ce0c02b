"""The form that uploads and replaces a document, behind every door of the admin."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.documents.forms import BaseDocumentForm

from partnership.content.visibility import Audience
from partnership.file_names import ReadableTitleMixin

from .arrivals import inspected, original_of, public_copy, told_when_disk_is_full
from .duplicates import document_of_same_bytes
from .inspection.report import shown
from .inspection.sandbox import NotDoneError
from .register import was_public
from .replacing import NOT_YOURS_TO_REPLACE, goes_out, is_only_for_publishers

LONGEST_LANGUAGE = 12
LANGUAGE_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
WOULD_BE_PUBLIC = (
    "The public would get this file at once or with its approved page, and nobody has accepted what the inspection "
    "found. On this document’s screen follow “Replace the file at the upload desk”, and give your reason there. It "
    "found: %s"
)

NOTE_MISSING = "This file was public. Say in a sentence for the public what has changed in the new one."
NOTE_WITHOUT_FILE = "This is said of a new file. Choose the file, or leave this empty."
TITLE_INSIDE = (
    "What links and lists say. The title inside the file, which some programs show, stays as it is until the file is "
    "replaced."
)


def language_in(report) -> str:
    """The language that a file says it is in, where that is a language's code; otherwise nothing."""
    own = report.language if report else ""
    return own if len(own) <= LONGEST_LANGUAGE and LANGUAGE_CODE.fullmatch(own) else ""


class DocumentForm(ReadableTitleMixin, BaseDocumentForm):
    """Uploads or replaces a file, which is inspected first; the public gets a mended copy, the original is kept."""

    inspection_report = None
    change_note = forms.CharField(
        label="What has changed",
        max_length=300,
        required=False,
        help_text="Needed when you replace the file: it was public. In a sentence for the public, such as “The figure "
        "for May was 12, not 21.” It is shown where the file is, beside the version before.",
    )

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.user = user
        # Wagtail would delete the old file before the new one is saved; ours stays, as an earlier version.
        self.original_file = None
        replaces = "file" in self.fields and self.instance.pk
        self.may_replace = not replaces or not is_only_for_publishers(self.instance, user, Audience())
        if replaces and self.may_replace and was_public(self.instance):
            self.order_fields(["title", "file", "change_note"])
        else:
            del self.fields["change_note"]
        if not self.may_replace:
            self.fields["file"].help_text = NOT_YOURS_TO_REPLACE
        if self.instance.pk and "title" in self.fields:
            self.fields["title"].help_text = TITLE_INSIDE
        if "language" in self.fields:
            # Several files dropped at once come without one; they are in the file's own language, or in English, until
            # somebody says otherwise.
            self.fields["language"].required = False

    def clean_file(self):
        """The uploaded file, once the inspection has let it pass."""
        upload = self.cleaned_data["file"]
        if not upload or "file" not in self.changed_data:
            return upload
        if not self.may_replace:
            raise ValidationError(NOT_YOURS_TO_REPLACE, code="public")
        now = timezone.now()
        with told_when_disk_is_full():
            report = inspected(upload, upload.name, now)
        self.inspection_report = report
        if report.obstacles:
            raise ValidationError(
                [ValidationError(str(found), code=found.code) for found in report.obstacles]
            )
        self.original = original_of(upload, upload.name, report, self.user, now)
        if self.user:
            self.refuse_what_is_there()
        return upload

    def refuse_what_is_there(self):
        """Point to the document that has exactly these bytes, where this user may work with it."""
        there = document_of_same_bytes(self.original.sha256, self.user)
        if there is None:
            return
        if there.pk == self.instance.pk:
            message = "This is the file that is there already."
        else:
            message = f"This very file is in the library already, as “{shown(there.title, 200)}”. Use that document."
        raise ValidationError(message, code="in-library")

    def _post_clean(self):
        refused = self.errors["file"].copy() if "file" in self.errors else None
        super()._post_clean()
        if refused:
            # The model looks for the file that was refused, and would add that its name has no ending.
            self.errors["file"] = refused

    def clean_language(self):
        """The language given, or the one that the file says it is in, or the usual one."""
        given = self.cleaned_data["language"]
        return (
            given
            or language_in(self.inspection_report)
            or self._meta.model._meta.get_field("language").default
        )

    def clean(self):
        """What was filled in, with the copy for the public in the file's place and its pages counted."""
        cleaned = super().clean()
        report = self.inspection_report
        if report and report.page_count and "pages" in self.fields and "pages" not in self.changed_data:
            cleaned["pages"] = report.page_count
        if "change_note" in self.fields:
            self.check_note(cleaned.get("change_note", ""))
        if report and not self.errors:
            self.mend(cleaned, report)
        return cleaned

    def check_note(self, note: str):
        """Ask for the public's note about a new file in the place of one that was public, and for no other."""
        replaced = "file" in self.changed_data
        if replaced and not note and "change_note" not in self.errors:
            self.add_error("change_note", NOTE_MISSING)
        elif note and not replaced:
            self.add_error("change_note", NOTE_WITHOUT_FILE)

    def mend(self, cleaned: dict, report):
        """Put the copy for the public in the uploaded file's place, and let the document keep the original."""
        title = cleaned.get("title", self.instance.title)
        language = cleaned.get("language", self.instance.language)
        try:
            with told_when_disk_is_full():
                copy = public_copy(cleaned["file"], self.original.filename, title, language, report)
        except NotDoneError as broken:
            self.add_error("file", str(broken.finding))
            return
        except ValidationError as no_room:
            self.add_error("file", no_room)
            return
        if report.warnings and self.instance.pk and goes_out(self.instance, Audience()):
            copy.close()
            self.add_error("file", WOULD_BE_PUBLIC % " ".join(map(str, report.warnings)))
            return
        cleaned["file"] = copy
        self.original.change_note = cleaned.get("change_note", "")
        self.original.report_data = report.as_data()
        self.instance.arriving = self.original
