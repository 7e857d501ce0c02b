"""An invented agenda for an invented meeting: items, sub-items, papers of several pages, and a private part."""

from django.core.files.base import ContentFile

from documents.demo_files import sample_document
from documents.models import CustomDocument
from documents.sample_pdf import sample_pdf
from programmes.models import AreaOfWorkPage

from ..models import AgendaItem, AgendaPaper, ExclusionMotion, Part
from ..records.motions import USUAL_WORDING, propose
from .publishing import publish_agenda, publish_papers, unpublished_papers

ABOUT = (
    "Demonstration only. An invented paper for an invented meeting: nobody wrote it, and nothing in it is so."
)
MOTION_REASON = "Demonstration only: the items name people, or prices while they are negotiated."
DECISION, ASSURANCE, DISCUSSION, INFORMATION = AgendaItem.Purpose.values

# Title, minutes, purpose, led by, what is asked, titles of papers; an item that begins with “>” belongs to the one above.
PART_A = [
    ("Welcome and apologies", 2, INFORMATION, "An invented chair", "", []),
    ("Declarations of interest", 2, ASSURANCE, "An invented chair", "", ["Example register of interests"]),
    (
        "Minutes of the last invented meeting",
        5,
        DECISION,
        "An invented chair",
        "To approve the minutes.",
        ["Example minutes"],
    ),
    ("Reports", 20, "", "", "", []),
    (
        ">Example report on quality",
        10,
        ASSURANCE,
        "An invented director",
        "To note that this paper is invented.",
        ["Example quality report", "Example table of figures"],
    ),
    (
        ">Example finance report",
        10,
        DISCUSSION,
        "Another invented director",
        "To discuss an invented budget.",
        ["Example finance report"],
    ),
    ("Questions from the public", 10, DISCUSSION, "An invented chair", "", []),
    ("Date of the next invented meeting", 2, INFORMATION, "An invented chair", "", []),
]
# Title, whether the public may read it, why it is private, titles of papers.
PART_B = [
    (
        "Invented private minutes",
        True,
        "Demonstration only: minutes of what was taken in private.",
        ["Example private minutes"],
    ),
    (
        "An invented contract under negotiation",
        False,
        "Demonstration only: it would name prices while they are negotiated.",
        ["Example tender paper"],
    ),
]


def write_agenda(demonstration, address: str) -> None:
    """Give a meeting its agenda, and publish it with its papers; one that has an agenda is left alone."""
    meeting = demonstration.page(address)
    if meeting.agenda_items.exists():
        return
    work = AreaOfWorkPage.objects.child_of(demonstration.page("/our-work/")).filter(live=True).first()
    above = None
    for place, (title, minutes, purpose, lead, asked, papers) in enumerate(PART_A):
        is_below = title.startswith(">")
        item = AgendaItem.objects.create(
            meeting=meeting,
            parent=above if is_below else None,
            place=place,
            title=title.removeprefix(">"),
            minutes=minutes,
            purpose=purpose,
            lead=lead,
            asked=asked,
            area_of_work=work if is_below else None,
        )
        above = above if is_below else item
        for paper_place, name in enumerate(papers):
            document = public_paper(demonstration, name)
            AgendaPaper.objects.create(item=item, document=document, place=paper_place, title=name)
    for place, (title, is_known, reason, papers) in enumerate(PART_B):
        item = AgendaItem.objects.create(
            meeting=meeting,
            part=Part.B,
            place=place,
            title=title,
            title_is_public=is_known,
            private_reason=reason,
            minutes=10,
            purpose=DECISION,
            lead="An invented director",
        )
        for name in papers:
            AgendaPaper.objects.create(item=item, document=private_paper(demonstration, name), title=name)
    propose(ExclusionMotion(meeting=meeting, wording=USUAL_WORDING, reason=MOTION_REASON))
    publish_agenda(meeting, with_part_b=True, now=demonstration.now)
    publish_papers(meeting, list(unpublished_papers(meeting, with_part_b=True)), demonstration.now)


def sections(title: str) -> list[dict]:
    """Three pages of an invented paper."""
    return [
        {
            "heading": "Purpose",
            "paragraphs": [
                f"To show how a paper called “{title}” is published before a meeting, and how it reads."
            ],
            "new_page_after": True,
        },
        {
            "heading": "Example figures",
            "paragraphs": ["All of them are invented."],
            "rows": [["What", "How many"], ["Example visits", "120"], ["Example calls", "340"]],
            "new_page_after": True,
        },
        {
            "heading": "Recommendation",
            "paragraphs": ["Those who meet are asked to note that this paper is invented."],
        },
    ]


def public_paper(demonstration, title: str) -> CustomDocument:
    """An invented paper in the library."""
    named = f"{title} (demonstration only)"
    return sample_document(demonstration, named, ABOUT, sections(title), filename(title))


def private_paper(demonstration, title: str) -> CustomDocument:
    """An invented paper that only the committee may read."""
    content = sample_pdf(f"{title} (demonstration only)", ABOUT, sections(title))
    document = CustomDocument(
        title=f"{title} (demonstration only)",
        file=ContentFile(content, name=filename(title)),
        pages=3,
        demonstration_only=True,
        is_private=True,
    )
    return demonstration.keep(document)


def filename(title: str) -> str:
    """The name of a paper's file."""
    return f"demonstration-{title.lower().replace(' ', '-')}.pdf"
