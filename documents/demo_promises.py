"""The demonstration's invented report, which is late, and an invented leaflet in every format."""

from datetime import timedelta

from partnership.content.demonstration import Stage, builds
from programmes.models import Organisation

from .demo_files import sample_document
from .models import ExpectedDate, PublicationFile, PublicationPage
from .models.scheme_classes import SchemeClass

LATE, LEAFLET = "/publications/invented-evaluation/", "/publications/invented-leaflet/"
# A body that exists promised and published neither.
INVENTED_BODY = "example-hill"
FORMATS = {
    PublicationFile.Format.ACCESSIBLE: "Tagged for screen readers, with headings that can be walked through.",
    PublicationFile.Format.EASY_READ: "Short sentences and plain words.",
    PublicationFile.Format.LARGE_PRINT: "The same words in large letters.",
}


@builds(Stage.PAGES, order=21)
def plant(demonstration):
    """Both, empty."""
    for title, slug in (
        ("Evaluation of an invented service", "invented-evaluation"),
        ("An invented leaflet in every format", "invented-leaflet"),
    ):
        demonstration.add("/publications/", PublicationPage(title=title, slug=slug, demonstration_only=True))


@builds(Stage.TEXTS, order=21)
def write_late_report(demonstration):
    """Something that was promised twice and is late."""
    demonstration.publish(
        LATE,
        summary="An invented report, to show how this site keeps a promise in view.",
        kind=PublicationPage.Kind.REPORT,
        state=PublicationPage.State.AWAITED,
        organisation=Organisation.objects.get(slug=INVENTED_BODY),
        expected_on=demonstration.today - timedelta(days=12),
        expected_basis="Invented, for demonstration only",
    )
    page = demonstration.page(LATE)
    if page.expected_dates.count() == 1:
        page.expected_dates.update(reason="Invented: more people were to be heard.")
        ExpectedDate.objects.create(
            publication=page,
            expected_on=demonstration.today - timedelta(days=40),
            basis="Invented",
            recorded_at=demonstration.now - timedelta(days=90),
        )


@builds(Stage.TEXTS, order=22)
def write_leaflet(demonstration):
    """One content in every format."""
    demonstration.publish(
        LEAFLET,
        summary="An invented leaflet, to show how one content comes in several formats.",
        kind=PublicationPage.Kind.OTHER,
        state=PublicationPage.State.PUBLISHED,
        organisation=Organisation.objects.get(slug=INVENTED_BODY),
        published_on=demonstration.today,
        scheme_class=SchemeClass.SERVICES,
        body=[("paragraph", "<p>Invented words: a live site gives the leaflet’s own words here first.</p>")],
        files=[
            *(
                PublicationFile(
                    document=sample_document(
                        demonstration,
                        title=f"Invented leaflet: {PublicationFile.Format(key).label} (demonstration only)",
                        about=f"Demonstration only. {about}",
                        sections=[{"heading": "What it would say", "paragraphs": [about]}],
                        name=f"invented-leaflet-{key.replace('_', '-')}.pdf",
                    ),
                    title="Leaflet",
                    format=key,
                    sort_order=order,
                )
                for order, (key, about) in enumerate(FORMATS.items())
            ),
            PublicationFile(
                link_url="https://video.example/invented-leaflet",
                link_language="BSL",
                title="Leaflet (demonstration only)",
                format=PublicationFile.Format.BSL,
                sort_order=len(FORMATS),
            ),
        ],
    )
