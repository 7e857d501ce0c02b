"""The work of the South West London Health and Care Partnership: another partnership's, and always said to be."""

from datetime import date

from django.core.files.base import ContentFile

from partnership.content.demonstration import Stage, builds
from partnership.content.partial_dates import Precision
from partnership.images.models import CustomImage
from partnership.images.sample_pictures import draw
from programmes.models import Place

from .records import SWL, organisation

INDEX = "/our-work/south-west-london/"
STORIES = {
    "children-and-young-people": "South West London Children and Young People’s Mental Health Programme",
    "provider-collaboratives": "Acute Provider Collaborative and mental health collaboratives",
    "clinical-leadership": "Clinical Leadership in South West London",
}
WORKSTREAMS = {
    "primary-care": "Primary Care",
    "urgent-and-emergency-care": "Urgent and Emergency Care",
    "maternity-and-cyp-mental-health": "Maternity and Children & Young People Mental Health",
    "mental-health-and-learning-disabilities": "Mental Health and learning disabilities",
    "planned-care": "Planned Care",
    "cancer": "Cancer",
    "workforce": "Workforce",
    "digital": "Digital",
    "estates": "Estates",
}
DEMONSTRATION_VIDEO = (
    "<p>The partnership’s own page shows a video about this programme. A live site plays it here, with captions and a "
    "transcript; this demonstration does not invent one.</p>"
)


def picture(demonstration, name: str, title: str) -> CustomImage:
    """One of the drawn pictures, kept in the library."""
    found = CustomImage.objects.filter(title=title).first()
    if found:
        return found
    image = CustomImage(title=title, file=ContentFile(draw(name), f"{name}.jpg"), description="")
    return demonstration.keep(image)


@builds(Stage.TEXTS)
def write_index(demonstration):
    """The introduction to the other partnership's work."""
    demonstration.publish(
        INDEX,
        summary="Three examples of how health and care organisations in South West London work together, and the nine "
        "workstreams of the South West London Health and Care Partnership.",
        attributed_to=organisation(SWL),
        in_sequence=True,
        body=[
            (
                "paragraph",
                "<p>The South West London Health and Care Partnership’s teams in primary care, community services, local "
                "authorities and NHS trusts worked together through the pandemic. It has picked three examples of how "
                "partners came together, across the whole system and in each place, so that services joined up and made "
                "a real difference to people’s lives.</p>",
            ),
        ],
    )


@builds(Stage.TEXTS)
def write_children_and_young_people(demonstration):
    """The first example."""
    demonstration.publish(
        f"{INDEX}children-and-young-people/",
        summary="Since 2017 the South West London Health and Care Partnership has worked with schools to start earlier "
        "and give children and young people the skills to be resilient and thrive.",
        dated_on=date(2017, 1, 1),
        dated_precision=Precision.YEAR,
        attributed_to=organisation(SWL),
        areas_of_work=[demonstration.page(f"{INDEX}maternity-and-cyp-mental-health/").areaofworkpage_ptr],
        picture=picture(demonstration, "young-people", "Hills in green and blue"),
        body=[
            ("heading", {"text": "A shared priority since 2017", "level": "2"}),
            (
                "paragraph",
                "<p>In 2017 the partnership made the mental health and well-being of children and young people its "
                "shared priority. Its aim is to improve their mental health by starting earlier.</p>",
            ),
            ("heading", {"text": "The whole school", "level": "2"}),
            (
                "paragraph",
                "<p>The programme takes a “whole school” approach. School leaders come together with health and social "
                "care professionals to deliver training and support for:</p>"
                "<ul><li>young people</li><li>teachers</li><li>parents and families</li></ul>",
            ),
            ("heading", {"text": "Online in the pandemic", "level": "2"}),
            (
                "paragraph",
                "<p>The programme was adapted during the pandemic so that support could continue online. The partnership "
                "also made Kooth, an online counselling and emotional wellbeing support service, available to all "
                "children and young people across South West London.</p>",
            ),
            ("inset", {"text": DEMONSTRATION_VIDEO}),
        ],
    )


@builds(Stage.TEXTS)
def write_collaboratives(demonstration):
    """The second example."""
    south_london = demonstration.link("/about/", "South London Mental Health and Community Partnership")
    demonstration.publish(
        f"{INDEX}provider-collaboratives/",
        summary="Strong provider collaboratives work across acute and mental health care in South West London. Four acute "
        "trusts responded to the pandemic together, and lead elective recovery.",
        attributed_to=organisation(SWL),
        areas_of_work=[
            demonstration.page(f"{INDEX}planned-care/").areaofworkpage_ptr,
            demonstration.page(f"{INDEX}mental-health-and-learning-disabilities/").areaofworkpage_ptr,
        ],
        picture=picture(demonstration, "providers", "Hills in blue under a pale sun"),
        body=[
            ("heading", {"text": "The Acute Provider Collaborative", "level": "2"}),
            (
                "paragraph",
                "<p>The South West London Acute Provider Collaborative (APC) brings together four acute NHS trusts with "
                "health and care partners. Together they plan and improve care for local communities.</p>",
            ),
            ("heading", {"text": "In the pandemic", "level": "2"}),
            (
                "paragraph",
                "<ul><li>The APC worked well in response to the pandemic.</li>"
                "<li>During the second wave of COVID-19, intensive care (ITU) capacity was doubled.</li>"
                "<li>The collaborative could care for patients from outside South West London.</li>"
                "<li>Its Procurement Partnership supported the response across London, delivering 81 million items "
                "over a 12 month period.</li></ul>",
            ),
            ("heading", {"text": "Elective recovery", "level": "2"}),
            ("paragraph", "<p>The APC leads elective recovery in South West London.</p>"),
            ("heading", {"text": "Mental health", "level": "2"}),
            (
                "paragraph",
                f"<p>The {south_london} is a collaboration of three mental health trusts. It works across South London’s "
                "population of more than 3.6 million people, to design together care that is better and closer to "
                "home.</p>",
            ),
        ],
    )


@builds(Stage.TEXTS)
def write_clinical_leadership(demonstration):
    """The third example."""
    demonstration.publish(
        f"{INDEX}clinical-leadership/",
        summary="In 2019 more than 250 people from six boroughs helped to design the clinical vision for South West "
        "London. Its clinical leaders still work as one team.",
        dated_on=date(2019, 1, 1),
        dated_precision=Precision.YEAR,
        attributed_to=organisation(SWL),
        areas_of_work=[
            demonstration.page(f"{INDEX}mental-health-and-learning-disabilities/").areaofworkpage_ptr
        ],
        picture=picture(demonstration, "clinical-leadership", "Hills in teal under a warm sun"),
        body=[
            ("heading", {"text": "One conference, six boroughs", "level": "2"}),
            (
                "paragraph",
                "<p>In 2019 the partnership hosted the South West London Clinically-led Conference. It brought together "
                "over 250 NHS clinicians, social care professionals, voluntary sector colleagues and other partners "
                "from across the six boroughs, to help design the clinical vision.</p>",
            ),
            ("heading", {"text": "Six areas where working together matters most", "level": "2"}),
            (
                "paragraph",
                "<p>Those who came shared what they know about six areas, identified by the South West London Clinical "
                "Senate:</p><ul><li>diabetes</li><li>cardiovascular disease</li><li>end of life care</li>"
                "<li>mental health</li><li>outpatient transformation</li><li>respiratory care</li></ul>",
            ),
            ("heading", {"text": "What matters most to people", "level": "2"}),
            (
                "paragraph",
                "<p>Six local Healthwatches shared the experiences of people who live with these conditions, so that it "
                "was understood what “matters most to them”.</p>",
            ),
            ("heading", {"text": "What came of it", "level": "2"}),
            (
                "paragraph",
                "<p>The outcomes shaped the actions of the Five Year Plan. Clinical leaders continue to work closely "
                "together, as a strong leadership team across South West London.</p>",
            ),
        ],
    )


@builds(Stage.TEXTS)
def write_workstreams(demonstration):
    """The nine workstreams: their names are published and no more, so no more is said."""
    link = demonstration.link(INDEX, "The nine workstreams, and three examples of work in South West London")
    for slug in WORKSTREAMS:
        demonstration.publish(
            f"{INDEX}{slug}/",
            kind="workstream",
            attributed_to=organisation(SWL),
            body=[("paragraph", f"<p>{link}</p>")],
            places=[Place.objects.get(slug="south-west-london")],
        )
