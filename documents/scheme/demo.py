"""The demonstration's publication scheme: its page, and one thing that is expected and missing."""

from partnership.content.demonstration import Stage, builds

from ..models import PublicationSchemePage, SchemeExpectation
from ..models.scheme_classes import SchemeClass
from .periods import months_after

PAGE = "/publications/scheme/"


@builds(Stage.PAGES, order=22)
def plant(demonstration):
    """The page, empty."""
    demonstration.add("/publications/", PublicationSchemePage(title="Publication scheme", slug="scheme"))


@builds(Stage.TEXTS, order=20)
def write(demonstration):
    """What the page says before its lists, and what is expected each year."""
    demonstration.publish(
        PAGE,
        summary="What we publish as a matter of course, by the seven classes of the Information Commissioner’s model "
        "publication scheme.",
        body=[
            ("heading", {"text": "If you do not find it here", "level": "2"}),
            (
                "paragraph",
                "<p>A live site says here how to ask for what is not published, and what is charged, if anything.</p>",
            ),
        ],
    )
    SchemeExpectation.objects.get_or_create(
        title="Annual report (demonstration only)",
        defaults={
            "scheme_class": SchemeClass.PRIORITIES,
            "frequency": SchemeExpectation.Frequency.YEARLY,
            "starts_on": months_after(demonstration.today, -14),
            "kind": "report",
            "title_words": "annual report",
        },
    )
