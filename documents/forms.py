"""The form that uploads and replaces a document."""

from wagtail.documents.forms import BaseDocumentForm

from partnership.file_names import ReadableTitleMixin


class DocumentForm(ReadableTitleMixin, BaseDocumentForm):
    """Uploads or replaces a file."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Wagtail would delete the old file before the new one is saved; ours stays, as an earlier version.
        self.original_file = None
        if "language" in self.fields:
            # Several files dropped at once come without one; they are in English until somebody says otherwise.
            self.fields["language"].required = False

    def clean_language(self):
        """The language given, or the usual one."""
        return self.cleaned_data["language"] or self._meta.model._meta.get_field("language").default
