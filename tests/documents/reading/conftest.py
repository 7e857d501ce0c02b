"""Real files, read by a process of their own as in life."""

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from documents.models import CustomDocument
from documents.reading.keeping import keep


@pytest.fixture
def upload(db, django_capture_on_commit_callbacks):
    """Upload bytes under a name, and let the background do its work; answers the document."""

    def upload(content: bytes, name: str = "findings.pdf", document: CustomDocument | None = None):
        document = document or CustomDocument(title="Findings")
        document.file = ContentFile(content, name=name)
        with django_capture_on_commit_callbacks(execute=True):
            document.save()
        document.refresh_from_db()
        return document

    return upload


@pytest.fixture
def read(shown):
    """The public document, as if its three pages had been read."""
    return kept(shown, ["What we found.", "What happens next.", "Thanks."])


def kept(document: CustomDocument, pages: list[str], withheld=(), picture: bytes = b"") -> CustomDocument:
    """A document whose newest version has these texts."""
    reading = document.versions.first().reading
    found = {"pages": pages, "withheld": list(withheld), "page_count": len(pages)}
    keep(reading, found, picture, timezone.now())
    document.refresh_from_db()
    return document
