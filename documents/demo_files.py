"""Sample files for the demonstration."""

from django.core.files.base import ContentFile

from .models import CustomDocument
from .sample_pdf import sample_pdf


def sample_document(demonstration, title: str, about: str, sections: list[dict], name: str) -> CustomDocument:
    """A sample PDF in the library; one that is there already is left alone."""
    found = CustomDocument.objects.filter(title=title).first()
    if found:
        return found
    content = sample_pdf(title, about, sections)
    pages = 1 + sum(bool(section.get("new_page_after")) for section in sections)
    document = CustomDocument(
        title=title, file=ContentFile(content, name=name), pages=pages, demonstration_only=True
    )
    return demonstration.keep(document)
