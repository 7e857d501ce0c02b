"""Documents, and the publications that carry them."""

from .document import CustomDocument
from .publications import PublicationFile, PublicationIndexPage, PublicationPage
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
