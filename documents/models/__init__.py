"""Documents, and the publications that carry them."""

from .document import CustomDocument
from .publication_files import PublicationFile
from .publication_index import PublicationIndexPage
from .publications import PublicationPage
from .register import RegisterEntry, RegisterHead
from .takedown import Takedown
from .versions import DocumentVersion

__all__ = [
    "CustomDocument",
    "DocumentVersion",
    "PublicationFile",
    "PublicationIndexPage",
    "PublicationPage",
    "RegisterEntry",
    "RegisterHead",
    "Takedown",
]
