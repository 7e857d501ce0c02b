"""Documents and the pages that show them."""

import pytest
from django.core.files.base import ContentFile

from documents.models import CustomDocument, PublicationFile, PublicationIndexPage, PublicationPage
from programmes.models import Organisation


@pytest.fixture
def document(db):
    """A document with one version."""
    return CustomDocument.objects.create(
        title="Findings", file=ContentFile(b"%PDF-1.7 first version", name="findings.pdf")
    )


@pytest.fixture
def publication(home):
    """A published review without files."""
    trust = Organisation.objects.create(name="A trust", slug="a-trust", kind="nhs_trust")
    index = home.add_child(instance=PublicationIndexPage(title="Publications", slug="publications"))
    return index.add_child(
        instance=PublicationPage(
            title="Review of SIM",
            kind="review",
            organisation=trust,
            body=[("paragraph", "<p>What we found.</p>")],
        )
    )


@pytest.fixture
def shown(publication, document):
    """The document as a file of the published review."""
    publication.files.add(PublicationFile(document=document))
    publication.save_revision().publish()
    return document
