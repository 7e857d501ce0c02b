"""The file of the demonstration's review of a garden room, before and after its correction."""

from .demo_files import sample_document
from .models import CustomDocument

TITLE = "Figures of the garden room (demonstration only)"
ABOUT = "Demonstration only. Nobody counted this, and the room does not exist."
NAME = "figures-of-the-garden-room.pdf"


def sections(visits: str) -> list[dict]:
    """What the invented figures say, with the number that was wrong at first."""
    return [
        {
            "heading": "Visits",
            "paragraphs": [
                f"In May the room had {visits} visits. In June it had 18.",
                "A visit is counted once, however long it is.",
            ],
        },
        {"heading": "Who came", "paragraphs": ["Neither names nor ages were asked."]},
    ]


def figures(demonstration) -> CustomDocument:
    """The review's file, as it was first published."""
    return sample_document(demonstration, title=TITLE, about=ABOUT, sections=sections("21"), name=NAME)
