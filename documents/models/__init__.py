"""Documents, and the publications that carry them."""

from .document import CustomDocument
from .publications import PublicationFile, PublicationIndexPage, PublicationPage

__all__ = ["CustomDocument", "PublicationFile", "PublicationIndexPage", "PublicationPage"]
