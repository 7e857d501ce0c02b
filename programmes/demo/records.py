"""Organisations, places and (invented) people."""

from partnership.content.demonstration import Stage, builds
from programmes.models import Organisation, Person, Place, ResponsibleBody, Role

OXLEAS, SLAM, SWLSTG = "oxleas", "south-london-and-maudsley", "south-west-london-and-st-georges"
TRUSTS = (OXLEAS, SLAM, SWLSTG)
SWL = "south-west-london-health-and-care-partnership"
SLP = "south-london-partnership"
NHS_ENGLAND = "nhs-england"

Kind = Organisation.Kind
ORGANISATIONS = {
    OXLEAS: {
        "name": "Oxleas NHS Foundation Trust",
        "short_name": "Oxleas",
        "kind": Kind.FOUNDATION_TRUST,
        "partnership_member": True,
        "description": "One of the three mental health trusts that make up the South London Partnership.",
        "website": "https://oxleas.nhs.uk",
        "serves": "south-london",
    },
    SLAM: {
        "name": "South London and Maudsley NHS Foundation Trust",
        "short_name": "South London and Maudsley",
        "kind": Kind.FOUNDATION_TRUST,
        "partnership_member": True,
        "description": "One of the three mental health trusts that make up the South London Partnership.",
        "website": "https://slam.nhs.uk",
        "serves": "south-london",
    },
    SWLSTG: {
        "name": "South West London and St George's Mental Health NHS Trust",
        "short_name": "South West London and St George's",
        "kind": Kind.NHS_TRUST,
        "partnership_member": True,
        "description": "One of the three mental health trusts that make up the South London Partnership.",
        "website": "https://www.swlstg.nhs.uk",
        "serves": "south-london",
    },
    SLP: {
        "name": "South London Mental Health and Community Partnership",
        "short_name": "South London Partnership",
        "kind": Kind.PARTNERSHIP,
        "description": "The partnership of three mental health trusts whose website this is.",
        "serves": "south-london",
    },
    SWL: {
        "name": "South West London Health and Care Partnership",
        "kind": Kind.PARTNERSHIP,
        "description": "The health and care partnership of South West London. Part of “Our work” tells of its work.",
        "serves": "south-west-london",
    },
    NHS_ENGLAND: {
        "name": "NHS England",
        "kind": Kind.NATIONAL,
        "description": "The national body that is drafting a response to concerns around the SIM model.",
        "website": "https://www.england.nhs.uk",
    },
}
PLACES = {"south-london": "South London", "south-west-london": "South West London"}
PEOPLE = {
    "Alex Example": (Role.Kind.CHAIR, "", OXLEAS, ""),
    "Sam Sample": (Role.Kind.CLINICAL_DIRECTOR, "", SLAM, "/our-work/camhs-tier-4/"),
    "Robin Specimen": (Role.Kind.PROGRAMME_LEAD, "", SWLSTG, "/our-work/nursing-development/"),
}


def organisation(slug: str) -> Organisation:
    """An organisation of the demonstration."""
    return Organisation.objects.get(slug=slug)


@builds(Stage.RECORDS)
def organisations_and_places(demonstration):
    """The bodies named in what the partnerships publish, and the areas they serve."""
    for slug, name in PLACES.items():
        Place.objects.get_or_create(slug=slug, defaults={"name": name, "kind": Place.Kind.AREA})
    for slug, facts in ORGANISATIONS.items():
        if Organisation.objects.filter(slug=slug).exists():
            continue
        body = Organisation(slug=slug, **{name: value for name, value in facts.items() if name != "serves"})
        if "serves" in facts:
            body.places = [Place.objects.get(slug=facts["serves"])]
        body.save()


@builds(Stage.TEXTS, order=90)
def people(demonstration):
    """A few people in roles, invented."""
    for name, (kind, title, body, address) in PEOPLE.items():
        if Person.objects.filter(name=name).exists():
            continue
        person = Person(
            name=name,
            demonstration_only=True,
            biography="An invented person. A live site tells here who holds the role.",
        )
        area = demonstration.page(address).areaofworkpage_ptr if address else None
        person.roles = [Role(kind=kind, title=title, organisation=organisation(body), area_of_work=area)]
        person.save()


@builds(Stage.FRAME)
def responsible_body(demonstration):
    """Which organisation answers for the site: for a demonstration, none."""
    site = demonstration.home.get_site()
    ResponsibleBody.objects.get_or_create(
        site=site,
        defaults={
            "statement": "This is a demonstration, so no organisation answers for it. A live site names it here."
        },
    )
