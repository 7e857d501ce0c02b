"""Invented actions with their history, and an invented chair's action, to show how the register is kept."""

from datetime import timedelta

from documents.models import Recommendation
from partnership.content.demonstration import Stage, builds
from partnership.content.partial_dates import Precision
from programmes.models import AreaOfWorkPage, Organisation

from ..models import Action, ActionReport, ChairsAction, ChairsActionNote, DecisionsRegisterPage, MeetingPage
from ..models.actions import ActionStatus

COMMITTEE = "/meetings/partnership-committees/"
HELD, NEXT = "held-demonstration-1", "next-demonstration"
REGISTER = "decisions-and-actions"
OPEN, IN_PROGRESS, DONE, DROPPED = ActionStatus.values
# What, owner, days until it is due, how much of that is known, reports (days ago, status, note).
ACTIONS = [
    (
        "Bring an invented plan for the Garden Room back to the committee",
        "An invented director of nursing",
        -30,
        Precision.DAY,
        [(300, OPEN, ""), (120, IN_PROGRESS, "Demonstration only: a first draft was shared.")],
    ),
    (
        "Publish the example figures every quarter",
        "An invented head of information",
        45,
        Precision.MONTH,
        [(300, OPEN, ""), (60, IN_PROGRESS, "Demonstration only: two quarters are published.")],
    ),
    (
        "Thank the invented volunteers in writing",
        "An invented chair",
        -280,
        Precision.DAY,
        [(300, OPEN, ""), (285, DONE, "Demonstration only: the letters were sent.")],
    ),
    (
        "Look for a second example room",
        "An invented estates manager",
        -100,
        Precision.MONTH,
        [(300, OPEN, ""), (150, DROPPED, "Demonstration only: one room turned out to be enough.")],
    ),
]


@builds(Stage.PAGES, order=14)
def plant(demonstration):
    """The register, empty."""
    demonstration.add("/meetings/", DecisionsRegisterPage(title="Decisions and actions", slug=REGISTER))


@builds(Stage.TEXTS, order=30)
def write(demonstration):
    """The register, and what is in it."""
    demonstration.publish(
        f"/meetings/{REGISTER}/",
        summary="What our committees decided, what is being done about it, and what a chair had to decide between two "
        "meetings.",
    )
    meeting = demonstration.page(f"{COMMITTEE}{HELD}/")
    if not meeting.actions.exists():
        write_actions(demonstration, meeting)
    if not ChairsAction.objects.exists():
        write_chairs_action(demonstration)


def write_actions(demonstration, meeting: MeetingPage) -> None:
    """Invented actions of an invented meeting, the first of which answers a recommendation of the invented review."""
    committee = demonstration.page(COMMITTEE)
    body = Organisation.objects.filter(slug="example-hill").first()
    work = AreaOfWorkPage.objects.child_of(demonstration.page("/our-work/")).filter(live=True).first()
    for text, owner, days, precision, reports in ACTIONS:
        _, status, note = reports[-1]
        action = Action.objects.create(
            committee=committee,
            meeting=meeting,
            text=f"{text} (demonstration only)",
            owner=owner,
            organisation=body,
            area_of_work=work,
            due_on=demonstration.today + timedelta(days=days),
            due_precision=precision,
            status=status,
            status_note=note,
        )
        ActionReport.objects.bulk_create(
            ActionReport(
                action=action,
                status=then,
                note=said,
                reported_at=demonstration.now - timedelta(days=ago),
            )
            for ago, then, said in reports
        )
    answered = Recommendation.objects.filter(publication__slug="demonstration-review", label="1").first()
    if answered:
        meeting.actions.earliest("pk").answers.add(answered)


def write_chairs_action(demonstration) -> None:
    """An invented chair's action, of which the next invented meeting hears."""
    row = ChairsAction.objects.create(
        committee=demonstration.page(COMMITTEE),
        taken_on=demonstration.today - timedelta(days=12),
        taken_by="An invented chair, with two invented members",
        decided="Demonstration only: to hire an example tent for the open afternoon of the Garden Room.",
        urgency="The invented tent was to be had for one day only.",
        power="Example standing order 9.9",
        reported_to=demonstration.page(f"{COMMITTEE}{NEXT}/"),
        published_at=demonstration.now - timedelta(days=11),
    )
    row.organisations.set(Organisation.objects.filter(slug="example-hill"))
    ChairsActionNote.objects.create(
        chairs_action=row,
        note="Demonstration only: the tent came a day later than first said.",
        reported_at=demonstration.now - timedelta(days=9),
    )
