"""The demonstration's review of a service that does not exist, with what became of its recommendations."""

from datetime import timedelta

from partnership.content.demonstration import Stage, builds
from programmes.models import Organisation

from ..demo_figures import figures
from ..models import (
    ActionHistory,
    PublicationFile,
    PublicationPage,
    Recommendation,
    RecommendationIndexPage,
    RecommendationResponse,
    RecommendedAction,
)
from ..models.recommendations import Answer
from ..models.recommended_actions import ActionStatus

ADDRESS = "/publications/demonstration-review/"
BODIES = {
    "example-hill": "Example Hill Trust (demonstration only)",
    "sample-vale": "Sample Vale Trust (demonstration only)",
}
HILL, VALE = BODIES
# Number, words, responses (body, answer, words), actions (words, role, body, days from today, status, note).
RECOMMENDATIONS = [
    (
        "1",
        "Give everybody who uses the Garden Room a written plan that they helped to write.",
        [(HILL, Answer.ACCEPTED, ""), (VALE, Answer.ACCEPTED, "")],
        [
            (
                "Write the form for the plan with people who use the room",
                "Head of the Garden Room",
                HILL,
                -90,
                "done",
                "The form is in use since the spring.",
            ),
            (
                "Train the staff to use it",
                "Training lead",
                VALE,
                -20,
                "done",
                "All twelve have been trained.",
            ),
        ],
    ),
    (
        "2",
        "Open the Garden Room on one evening a week.",
        [
            (HILL, Answer.PARTLY, "On one evening a month, as there is staff for no more."),
            (VALE, Answer.NONE, ""),
        ],
        [
            (
                "Try one evening a month",
                "Head of the Garden Room",
                HILL,
                60,
                "in_progress",
                "Two evenings have been held.",
            )
        ],
    ),
    (
        "3",
        "Publish how many people used the room, every quarter.",
        [(HILL, Answer.ACCEPTED, "")],
        [("Publish the figures of the last quarter", "Information manager", HILL, -10, "not_started", "")],
    ),
    (
        "3a",
        "Say in the same place how many were turned away, and why.",
        [(HILL, Answer.REJECTED, "Nobody is turned away, so there is nothing to count.")],
        [],
    ),
    (
        "4",
        "Replace the shed.",
        [(VALE, Answer.ACCEPTED, "")],
        [("Buy a new shed", "Estates manager", VALE, 120, "not_needed", "The old one was mended.")],
    ),
    (
        "5",
        "Ask the neighbours what they think, once a year.",
        [(HILL, Answer.ACCEPTED, ""), (VALE, Answer.ACCEPTED, "")],
        [("Hold the first open afternoon", "Volunteers’ coordinator", VALE, 45, "not_started", "")],
    ),
]


@builds(Stage.RECORDS, order=20)
def bodies(demonstration):
    """The bodies that the review is about."""
    for slug, name in BODIES.items():
        Organisation.objects.get_or_create(
            slug=slug,
            defaults={
                "name": name,
                "kind": Organisation.Kind.OTHER,
                "description": "A body that does not exist.",
            },
        )


@builds(Stage.PAGES, order=25)
def plant(demonstration):
    """The review, and the list of all recommendations, empty."""
    demonstration.add(
        "/publications/",
        PublicationPage(title="Demonstration review of a garden room", slug="demonstration-review"),
    )
    demonstration.add(
        "/publications/", RecommendationIndexPage(title="Recommendations", slug="recommendations")
    )


@builds(Stage.TEXTS, order=15)
def write(demonstration):
    """The review, its recommendations and the list."""
    demonstration.publish(
        "/publications/recommendations/",
        summary="What our publications recommend, how each body answered, and what has been done since.",
    )
    hill = Organisation.objects.get(slug=HILL)
    demonstration.publish(
        ADDRESS,
        summary="An invented review of a service that does not exist, to show how recommendations are followed up.",
        kind=PublicationPage.Kind.REVIEW,
        organisation=hill,
        published_on=demonstration.today - timedelta(days=200),
        demonstration_only=True,
        files=[PublicationFile(document=figures(demonstration), title="Figures")],
        body=[
            ("heading", {"text": "What was reviewed", "level": "2"}),
            (
                "paragraph",
                "<p>The Garden Room is invented, and so are the bodies named here. Nothing on this page is about a real "
                "service, trust or person.</p>",
            ),
        ],
    )
    recommend(demonstration, demonstration.page(ADDRESS))


def recommend(demonstration, review: PublicationPage) -> None:
    """Write the recommendations, unless there are some already."""
    if review.recommendations.exists():
        return
    organisations = {slug: Organisation.objects.get(slug=slug) for slug in BODIES}
    answered_on = demonstration.today - timedelta(days=150)
    for label, text, responses, actions in RECOMMENDATIONS:
        recommendation = Recommendation.objects.create(publication=review, label=label, text=text)
        for body, answer, words in responses:
            RecommendationResponse.objects.create(
                recommendation=recommendation,
                organisation=organisations[body],
                answer=answer,
                answered_on=None if answer == Answer.NONE else answered_on,
                text=words,
            )
        for words, role, body, days, status, note in actions:
            action = RecommendedAction.objects.create(
                recommendation=recommendation,
                text=words,
                owner_role=role,
                owner_organisation=organisations[body],
                due_on=demonstration.today + timedelta(days=days),
                status=status,
                status_note=note,
            )
            report(demonstration, action)


def report(demonstration, action: RecommendedAction) -> None:
    """What was reported about an action: that it had not started, and what is the case now."""
    begun = demonstration.now - timedelta(days=140)
    ActionHistory.objects.create(action=action, status=ActionStatus.NOT_STARTED, reported_at=begun)
    if action.status != ActionStatus.NOT_STARTED:
        ActionHistory.objects.create(
            action=action,
            status=action.status,
            note=action.status_note,
            reported_at=min(demonstration.now, begun + timedelta(days=110)),
        )
