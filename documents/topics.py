"""What of this section can be followed by e-mail."""

from partnership.alerts.registry import Topic, topic_kind

from .models import PublicationPage


def describe(page: PublicationPage) -> Topic:
    """A publication as its followers know it."""
    prompt = "Tell me when it comes" if page.is_awaited else "E-mail me when this changes"
    return Topic(page.title, page.url or "", prompt=prompt)


def within(object_id: str):
    """The programmes that a publication is about, and the organisations that publish it."""
    page = PublicationPage.objects.filter(pk=object_id).first()
    if page is None:
        return
    for pk in page.areas_of_work.values_list("pk", flat=True):
        yield "programme", pk
    contributors = page.contributors.values_list("pk", flat=True)
    for pk in dict.fromkeys([*filter(None, [page.organisation_id]), *contributors]):
        yield "organisation", pk


@topic_kind(
    "publication",
    "We will e-mail you when it is published, corrected, replaced or withdrawn, and when what is done about its "
    "recommendations changes.",
    describe=describe,
    within=within,
)
def publication(object_id: str, audience) -> Topic | None:
    """A publication that the audience may see; an awaited one above all."""
    if not object_id.isdecimal() or len(object_id) > 18:
        return None
    page = audience.visible(PublicationPage.objects.filter(pk=int(object_id))).first()
    return describe(page) if page else None
