"""The screen on which a publication is edited: a file for each group of panels, put together here."""

from wagtail.admin.panels import ObjectList, TabbedInterface

from .changes import ChangeNotePanel
from .facts import FACTS
from .files import FILES
from .recommendations import RecommendationsPanel
from .related import RELATED
from .review import REVIEW
from .states import ENDING, WAITING


def publication_tabs(page_type) -> TabbedInterface:
    """The tabs of the screen; `page_type` brings what every page has."""
    return TabbedInterface(
        [
            ObjectList([ChangeNotePanel(), *page_type.content_panels, *FACTS, *RELATED], heading="Content"),
            ObjectList(FILES, heading="Files"),
            ObjectList([*REVIEW, RecommendationsPanel()], heading="If it is a review"),
            ObjectList([*WAITING, *ENDING], heading="Awaited or ended"),
            ObjectList(page_type.promote_panels, heading="Promote"),
            ObjectList(page_type.settings_panels, heading="Settings"),
        ]
    )
