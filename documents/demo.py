"""The demonstration's publications: the SIM review with a file for each trust, and the response that is awaited."""

from partnership.content.demonstration import Stage, builds
from programmes.models import Organisation

from . import demo_promises
from .accessible_formats import demo as formats_demo
from .corrections import demo as corrections_demo
from .demo_files import sample_document
from .desk import demo as desk_demo
from .disclosures import demo as disclosures_demo
from .models import CustomDocument, PublicationFile, PublicationIndexPage, PublicationPage
from .models.scheme_classes import SchemeClass
from .recommendations import demo as recommendations_demo
from .scheme import demo as scheme_demo

__all__ = [
    "corrections_demo",
    "demo_promises",
    "desk_demo",
    "disclosures_demo",
    "formats_demo",
    "recommendations_demo",
    "scheme_demo",
]

REVIEW, RESPONSE = "/publications/review-of-sim/", "/publications/national-response-to-sim/"
# The trusts, by name in addresses, in the order in which the partnership names them.
TRUSTS = ("oxleas", "south-london-and-maudsley", "south-west-london-and-st-georges")


@builds(Stage.PAGES, order=20)
def plant(demonstration):
    """The publications, empty."""
    demonstration.add(
        "/", PublicationIndexPage(title="Publications", slug="publications", show_in_menus=True)
    )
    demonstration.add(
        "/publications/",
        PublicationPage(title="Review of SIM in south London mental health trusts", slug="review-of-sim"),
    )
    demonstration.add(
        "/publications/",
        PublicationPage(
            title="National response to concerns around the SIM model", slug="national-response-to-sim"
        ),
    )


@builds(Stage.TEXTS)
def write_index(demonstration):
    """The list of publications."""
    demonstration.publish(
        "/publications/",
        summary="Reviews and reports, with their files, and what has been promised and has not come yet.",
    )


@builds(Stage.TEXTS)
def write_response(demonstration):
    """The national response: promised, and not here yet."""
    demonstration.publish(
        RESPONSE,
        summary="NHS England is drafting a national response to concerns around the SIM model.",
        kind=PublicationPage.Kind.RESPONSE,
        state=PublicationPage.State.AWAITED,
        organisation=Organisation.objects.get(slug="nhs-england"),
        expected_basis="No date has been given.",
        body=[
            (
                "paragraph",
                "<p>It will be available to read on this website when it is published.</p>",
            ),
        ],
        areas_of_work=[demonstration.page("/our-work/serenity-integrated-mentoring/").areaofworkpage_ptr],
    )


@builds(Stage.TEXTS, order=10)
def write_review(demonstration):
    """The review, with a stand-in for each trust's findings."""
    demonstration.publish(
        REVIEW,
        summary="What each of the three trusts found when it reviewed the Serenity Integrated Mentoring (SIM) model.",
        kind=PublicationPage.Kind.REVIEW,
        state=PublicationPage.State.PUBLISHED,
        organisation=Organisation.objects.get(slug="south-london-partnership"),
        contributors=list(Organisation.objects.filter(slug__in=TRUSTS)),
        scheme_class=SchemeClass.PRIORITIES,
        subject_reviewed="The Serenity Integrated Mentoring (SIM) model, in south London mental health trusts",
        outcome="There is no recommissioning of SIM in any form in south London.",
        what_happened_next="<p>NHS England is drafting a national response to concerns around the SIM model. "
        f"{demonstration.link(RESPONSE, 'Follow the national response')}: it will be available to read on this website "
        "when published.</p>",
        body=[
            ("heading", {"text": "What SIM was", "level": "2"}),
            (
                "paragraph",
                "<p>The Serenity Integrated Mentoring (SIM) model was a model of care that aimed to support a small group "
                "of people with complex mental health needs. The South London Partnership decommissioned it in March "
                "2021.</p>",
            ),
            ("heading", {"text": "About the files", "level": "2"}),
            (
                "paragraph",
                "<p>The files on this page are for demonstration only. Each stands in for a trust’s own findings and contains "
                "none of them.</p>",
            ),
        ],
        files=[
            PublicationFile(
                document=findings(demonstration, trust),
                title="Findings",
                organisation=trust,
                sort_order=order,
            )
            for order, trust in enumerate(Organisation.objects.get(slug=slug) for slug in TRUSTS)
        ],
        areas_of_work=[demonstration.page("/our-work/serenity-integrated-mentoring/").areaofworkpage_ptr],
        related_publications=[demonstration.page(RESPONSE)],
    )


def findings(demonstration, trust: Organisation) -> CustomDocument:
    """The file that stands in for a trust's findings."""
    return sample_document(
        demonstration,
        title=f"Review of SIM: findings of {trust.name} (demonstration only)",
        about=f"Demonstration only. This file stands in for the document in which {trust.name} published its findings. "
        "It contains none of them, and nothing that the trust has said.",
        sections=[
            {
                "heading": "What is in a document like this",
                "paragraphs": [
                    "A review says what was looked at, by whom and over which time; what was found; and what happens next.",
                    "A file published here is tagged, so that a screen reader follows its headings and tables, and says "
                    "its title and language.",
                ],
                "new_page_after": True,
            },
            {
                "heading": "A table, to show one",
                "paragraphs": [
                    "Invented words, so that the shape of a table can be tried with a screen reader."
                ],
                "rows": [
                    ["Part", "What it would say"],
                    ["Scope", "Which service, and which months"],
                    ["Findings", "What was found, in plain words"],
                    ["Next", "What will change, and by when"],
                ],
            },
        ],
        name=f"sim-findings-{trust.slug}.pdf",
    )
