"""The four programmes, and the SIM model that was decommissioned."""

from datetime import date

from partnership.content.demonstration import Stage, builds
from partnership.content.partial_dates import Precision
from programmes.models import Milestone, OrganisationPart, Place, Status

from .records import TRUSTS, organisation

PROGRAMMES = {
    "nursing-development": "Nursing Development Programme",
    "complex-care": "Complex Care Programme",
    "acute-care": "Acute Care projects including NHS111",
    "corporate-services": "Corporate Services Programme",
    "serenity-integrated-mentoring": "Serenity Integrated Mentoring (SIM)",
}
SUMMARIES = {
    "nursing-development": "Three trusts build on the skills of their nurses together, so that they have thriving and "
    "fulfilling careers in mental health in south London.",
    "complex-care": "Three trusts work together for people whose mental health needs are complex, with consistent, "
    "best practice clinical pathways.",
    "acute-care": "Three trusts work together on acute mental health care, including NHS111.",
    "corporate-services": "Three trusts work together on corporate services, to make the best use of the resources they "
    "have and to reinvest in care.",
}
TEXTS = {
    "nursing-development": "We want a highly skilled and compassionate workforce, and a more rewarding experience of "
    "working in mental health. The programme supports staff to build on the skills they have and to develop new ones, "
    "and opens career opportunities across all three trusts.",
    "complex-care": "By working at scale across south London we bring together exceptional clinical expertise and a "
    "greater understanding of people’s experience of care. We use both for the benefit of patients, carers and their "
    "families, and to transform outcomes for people whose conditions are complex.",
    "acute-care": "The three trusts run projects together in acute mental health care. NHS111 is part of this work.",
    "corporate-services": "By working together on corporate services we make the best use of the resources available "
    "and maximise value for the NHS. That lets us reinvest in specialist services, locally and across south London.",
}


def three_trusts() -> list[OrganisationPart]:
    """The three trusts as partners."""
    return [
        OrganisationPart(
            organisation=organisation(trust), part=OrganisationPart.Part.PARTNER, sort_order=order
        )
        for order, trust in enumerate(TRUSTS)
    ]


@builds(Stage.TEXTS)
def write(demonstration):
    """The pages of the programmes that are under way."""
    careers = demonstration.link("/careers/", "careers with us")
    for slug, text in TEXTS.items():
        body = [("paragraph", f"<p>{text}</p>")]
        if slug == "nursing-development":
            body.append(("paragraph", f"<p>Read about {careers}.</p>"))
        demonstration.publish(
            f"/our-work/{slug}/",
            summary=SUMMARIES[slug],
            kind="programme",
            body=body,
            organisation_parts=three_trusts(),
            places=[Place.objects.get(slug="south-london")],
        )


@builds(Stage.TEXTS)
def write_sim(demonstration):
    """The SIM model: what it was, and that it has ended."""
    review = demonstration.link(
        "/publications/review-of-sim/", "Review of SIM in south London mental health trusts"
    )
    response = demonstration.link(
        "/publications/national-response-to-sim/", "NHS England’s national response"
    )
    demonstration.publish(
        "/our-work/serenity-integrated-mentoring/",
        summary="A model of care that aimed to support a small group of people with complex mental health needs. It is "
        "no longer used in south London.",
        kind="programme",
        status=Status.DECOMMISSIONED,
        ended_on=date(2021, 3, 1),
        ended_precision=Precision.MONTH,
        ended_reason="The South London Partnership decommissioned SIM in March 2021. What it has published gives no "
        "reason. There is no recommissioning of SIM in any form in south London.",
        body=[
            ("heading", {"text": "What has been reviewed", "level": "2"}),
            (
                "paragraph",
                f"<p>The three trusts’ findings are in the {review}, with a file for each trust.</p>",
            ),
            ("heading", {"text": "What is still awaited", "level": "2"}),
            (
                "paragraph",
                f"<p>NHS England is drafting a national response to concerns around the SIM model. {response} will be "
                "available on this website when it is published.</p>",
            ),
        ],
        milestones=[
            Milestone(
                happened_on=date(2021, 3, 1),
                precision=Precision.MONTH,
                title="SIM is decommissioned",
                description="The South London Partnership stops using the model.",
            )
        ],
        organisation_parts=three_trusts(),
        places=[Place.objects.get(slug="south-london")],
    )
