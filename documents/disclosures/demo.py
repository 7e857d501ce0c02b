"""The demonstration's disclosure log: answers of a body that does not exist."""

from datetime import timedelta

from partnership.content.demonstration import Stage, builds
from partnership.content.working_days import add_working_days
from programmes.models import Organisation

from ..demo_files import sample_document
from ..models import DisclosureFile, DisclosureLogPage, DisclosurePage
from ..models.disclosure_outcomes import Outcome

LOG = "/publications/disclosure-log/"
# The answer with a file, which was replaced since (documents/corrections/demo.py).
WITH_FILE = "demonstration-visitors"
TABLE = "Visitors to the Garden Room by month (demonstration only)"
TABLE_NAME = "visitors-by-month.pdf"
TABLE_ABOUT = "Demonstration only. Nobody asked for these numbers, and nobody counted them."
# Name in the address, title, question, answer, outcome, exemption, days ago that it came, working days it took.
ANSWERS = [
    (
        "demonstration-garden-tools",
        "Money spent on garden tools",
        "How much was spent on garden tools in each of the last two years?",
        "<p>£120 in the first year and £85 in the second. Both sums are invented.</p>",
        Outcome.GIVEN,
        "",
        90,
        12,
    ),
    (
        "demonstration-visitors",
        "Visitors to the Garden Room",
        "How many people visited the Garden Room each month, and who were they?",
        "<p>Between 30 and 41 people visited each month. We do not say who they were.</p>",
        Outcome.PART,
        "Section 40(2), personal information",
        70,
        20,
    ),
    (
        "demonstration-shed-plans",
        "Plans of the shed",
        "Please send the plans from which the shed was built.",
        "<p>We hold no plans. The shed was there before us.</p>",
        Outcome.NOT_HELD,
        "",
        45,
        4,
    ),
]


def visitors(in_june: str) -> list[dict]:
    """What the answer's file says; the first one has June wrong."""
    rows = [["Month", "Visitors"], ["April", "30"], ["May", "36"], ["June", in_june]]
    return [{"heading": "Visitors", "paragraphs": ["Invented numbers."], "rows": rows}]


@builds(Stage.PAGES, order=26)
def plant(demonstration):
    """The log and its answers, empty."""
    demonstration.add("/publications/", DisclosureLogPage(title="Disclosure log", slug="disclosure-log"))
    for number, (slug, title, *_) in enumerate(ANSWERS, 1):
        demonstration.add(LOG, DisclosurePage(title=title, slug=slug, reference=f"DEMO {number}"))


@builds(Stage.TEXTS, order=16)
def write(demonstration):
    """The log and its answers."""
    demonstration.publish(
        LOG,
        summary="What people asked under the Freedom of Information Act, and what was answered. Requesters are not named.",
    )
    body = Organisation.objects.get(slug="example-hill")
    for slug, _, question, answer, outcome, exemption, days_ago, taken in ANSWERS:
        received_on = demonstration.today - timedelta(days=days_ago)
        files = []
        if slug == WITH_FILE:
            table = sample_document(demonstration, TABLE, TABLE_ABOUT, visitors("14"), TABLE_NAME)
            files = [DisclosureFile(document=table, title="Visitors by month")]
        demonstration.publish(
            f"{LOG}{slug}/",
            summary="An invented request, to show how answers are published.",
            organisation=body,
            received_on=received_on,
            answered_on=add_working_days(received_on, taken),
            outcome=outcome,
            exemption=exemption,
            question=question,
            body=[("paragraph", answer)],
            files=files,
            demonstration_only=True,
        )
