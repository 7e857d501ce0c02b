"""The form that uploads and replaces a document."""

from wagtail.documents.forms import BaseDocumentForm


class DocumentForm(BaseDocumentForm):
    """Uploads or replaces a file."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Wagtail would delete the old file before the new one is saved; ours stays, as an earlier version.
        self.original_file = None
