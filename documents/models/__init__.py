"""Documents, and the publications that carry them."""

from .document import CustomDocument
from .publication_files import PublicationFile
from .publication_index import PublicationIndexPage
from .publications import PublicationPage
from .readings import PageText, Reading
from .register import RegisterEntry, RegisterHead
from .scheme_expectations import SchemeExpectation
from .takedown import Takedown
from .versions import DocumentVersion
from .waiting import ExpectedDate, Reminder

__all__ = [
    "CustomDocument",
    "DocumentVersion",
    "ExpectedDate",
    "PageText",
    "PublicationFile",
    "PublicationIndexPage",
    "PublicationPage",
    "Reading",
    "RegisterEntry",
    "RegisterHead",
    "Reminder",
    "SchemeExpectation",
    "Takedown",
]
