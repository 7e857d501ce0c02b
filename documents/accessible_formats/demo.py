"""The demonstration's requests for formats: one to be answered, one answered; nobody real made them."""

from datetime import timedelta

from django.utils import timezone

from partnership.content.demonstration import Stage, builds
from partnership.content.working_days import add_working_days

from ..models import FormatReply, FormatRequest, PublicationPage

REVIEW = "review-of-sim"


@builds(Stage.TEXTS, order=60)
def make_requests(demonstration):
    """Two requests for a file of the review."""
    publication = PublicationPage.objects.filter(slug=REVIEW).first()
    file = publication.files.exclude(document=None).first() if publication else None
    if file is None or FormatRequest.objects.exists():
        return
    FormatRequest.objects.create(
        document=file.document,
        publication=publication,
        wanted=FormatRequest.Wanted.LARGE_PRINT,
        message="Demonstration only: 18 point, please.",
        name="An invented reader",
        email="reader@example.org",
        asked_at=demonstration.now,
        promised_on=add_working_days(demonstration.today, 5),
    )
    asked_at = demonstration.now - timedelta(days=20)
    answered = FormatRequest.objects.create(
        document=file.document,
        publication=publication,
        wanted=FormatRequest.Wanted.AUDIO,
        message="Demonstration only.",
        name="Another invented reader",
        postal_address="1 Example Street, Exampleton",
        asked_at=asked_at,
        promised_on=add_working_days(timezone.localdate(asked_at), 5),
        closed_at=asked_at + timedelta(days=3),
    )
    FormatReply.objects.create(
        request=answered,
        text="Demonstration only: a recording went out by post.",
        written_at=asked_at + timedelta(days=3),
    )
