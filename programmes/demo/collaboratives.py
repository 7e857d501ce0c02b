"""The three provider collaboratives."""

from partnership.content.demonstration import Stage, builds
from programmes.models import CommissionedService, OrganisationPart, Place

from .records import TRUSTS, organisation

COLLABORATIVES = {
    "forensic-adult-secure": "Forensic (Adult Secure) Provider Collaborative",
    "camhs-tier-4": "CAMHS (Tier 4) Provider Collaborative",
    "adult-eating-disorders": "Adult Eating Disorders Provider Collaborative",
}
SPECIALTIES = {
    "forensic-adult-secure": "Forensic (adult secure) mental health care",
    "camhs-tier-4": "Specialist (Tier 4) child and adolescent mental health services, known as CAMHS",
    "adult-eating-disorders": "Care for adults with eating disorders",
}
SUMMARIES = {
    "forensic-adult-secure": "Three trusts work together on secure mental health care for adults in south London, to "
    "give better care closer to home.",
    "camhs-tier-4": "Three trusts work together on specialist mental health care for children and young people in south "
    "London, to give better care closer to home.",
    "adult-eating-disorders": "Three trusts work together on care for adults with eating disorders in south London, to "
    "give better care closer to home.",
}


def body(demonstration) -> list:
    """What the partnership says of all its specialist work."""
    involvement = demonstration.link(
        "/about/involvement-and-coproduction/", "service users, carers and clinicians"
    )
    return [
        ("heading", {"text": "How we change care", "level": "2"}),
        (
            "paragraph",
            "<p>We are transforming outcomes for people with specialist and sometimes complex mental health "
            "conditions. We use consistent, best practice clinical pathways, and change the way we work and care "
            f"for patients together with {involvement}.</p>",
        ),
        ("heading", {"text": "Whom we commission", "level": "2"}),
        (
            "paragraph",
            "<p>We commission the right services from NHS and independent sector providers, to meet the needs of a "
            "diverse local population. Better value for the NHS lets us reinvest in new and enhanced specialist "
            "services, locally and across south London.</p>",
        ),
        ("heading", {"text": "Closer to home", "level": "2"}),
        (
            "paragraph",
            "<p>Clinical, operational and corporate teams, patients, and local, regional and national partners design "
            "care together that is based on evidence and given closer to where people live.</p>",
        ),
    ]


@builds(Stage.TEXTS)
def write(demonstration):
    """The pages of the collaboratives. Lead providers are left for editors to name."""
    for slug in COLLABORATIVES:
        demonstration.publish(
            f"/our-work/{slug}/",
            summary=SUMMARIES[slug],
            specialty=SPECIALTIES[slug],
            population_served="South London’s population of more than 3.6 million people",
            body=body(demonstration),
            organisation_parts=[
                OrganisationPart(
                    organisation=organisation(trust), part=OrganisationPart.Part.MEMBER, sort_order=order
                )
                for order, trust in enumerate(TRUSTS)
            ],
            commissioned_services=[
                CommissionedService(
                    name=SPECIALTIES[slug],
                    provider_description="NHS and independent sector providers",
                )
            ],
            places=[Place.objects.get(slug="south-london")],
        )
