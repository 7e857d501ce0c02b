"""Documents, and the publications that carry them."""

from .disclosures import DisclosureFile, DisclosureLogPage, DisclosurePage
from .document import CustomDocument
from .earlier_wordings import EarlierWording
from .editions import Correction, Edition
from .file_checks import FileCheckCount
from .format_requests import FormatReply, FormatRequest
from .publication_files import PublicationFile
from .publication_index import PublicationIndexPage
from .publications import PublicationPage
from .readings import PageText, Reading
from .recommendation_index import RecommendationIndexPage
from .recommendations import Recommendation, RecommendationResponse
from .recommended_actions import ActionHistory, Progress, RecommendedAction
from .register import RegisterEntry, RegisterHead
from .scheme_expectations import SchemeExpectation
from .scheme_page import PublicationSchemePage
from .takedown import Takedown
from .uploads import AcceptedWarning, Upload
from .versions import DocumentVersion
from .waiting import ExpectedDate, Reminder

__all__ = [
    "AcceptedWarning",
    "ActionHistory",
    "Correction",
    "CustomDocument",
    "DisclosureFile",
    "DisclosureLogPage",
    "DisclosurePage",
    "DocumentVersion",
    "EarlierWording",
    "Edition",
    "ExpectedDate",
    "FileCheckCount",
    "FormatReply",
    "FormatRequest",
    "PageText",
    "Progress",
    "PublicationFile",
    "PublicationIndexPage",
    "PublicationPage",
    "PublicationSchemePage",
    "Reading",
    "Recommendation",
    "RecommendationIndexPage",
    "RecommendationResponse",
    "RecommendedAction",
    "RegisterEntry",
    "RegisterHead",
    "Reminder",
    "SchemeExpectation",
    "Takedown",
    "Upload",
]
