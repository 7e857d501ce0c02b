"""The form that uploads and replaces a document, behind every door of the admin."""

import re
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.documents.forms import BaseDocumentForm

from partnership.file_names import ReadableTitleMixin

from .inspection.sandbox import inspect_apart

LONGEST_LANGUAGE = 12
LANGUAGE_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@contextmanager
def on_disk(upload):
    """The path of an uploaded file, which is written to the disk for as long as it is needed if it is not there yet."""
    if hasattr(upload, "temporary_file_path"):
        yield Path(upload.temporary_file_path())
        return
    with tempfile.NamedTemporaryFile(prefix="upload-") as copy:
        for piece in upload.chunks():
            copy.write(piece)
        copy.flush()
        upload.seek(0)
        yield Path(copy.name)


class DocumentForm(ReadableTitleMixin, BaseDocumentForm):
    """Uploads or replaces a file, which is inspected first; `inspection_report` says what was found."""

    inspection_report = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Wagtail would delete the old file before the new one is saved; ours stays, as an earlier version.
        self.original_file = None
        if "language" in self.fields:
            # Several files dropped at once come without one; they are in the file's own language, or in English, until
            # somebody says otherwise.
            self.fields["language"].required = False

    def clean_file(self):
        """The uploaded file, once the inspection has let it pass."""
        upload = self.cleaned_data["file"]
        if not upload or "file" not in self.changed_data:
            return upload
        with on_disk(upload) as path:
            self.inspection_report = inspect_apart(
                path,
                upload.name,
                timezone.now(),
                own_domains=[settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(">")],
                scanner=settings.CLAMAV_SOCKET,
            )
        obstacles = self.inspection_report.obstacles
        if obstacles:
            raise ValidationError([ValidationError(str(found), code=found.code) for found in obstacles])
        return upload

    def _post_clean(self):
        refused = self.errors["file"].copy() if "file" in self.errors else None
        super()._post_clean()
        if refused:
            # The model looks for the file that was refused, and would add that its name has no ending.
            self.errors["file"] = refused

    def clean_language(self):
        """The language given, or the one that the file says it is in, or the usual one."""
        given = self.cleaned_data["language"]
        own = self.inspection_report.language if self.inspection_report else ""
        if not given and len(own) <= LONGEST_LANGUAGE and LANGUAGE_CODE.fullmatch(own):
            return own
        return given or self._meta.model._meta.get_field("language").default

    def clean(self):
        """What was filled in, with the number of pages counted where nobody gave one for this very file."""
        cleaned = super().clean()
        report = self.inspection_report
        if report and report.page_count and "pages" in self.fields and "pages" not in self.changed_data:
            cleaned["pages"] = report.page_count
        return cleaned
