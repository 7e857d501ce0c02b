"""What of this section can be followed by e-mail."""

from partnership.alerts.registry import Topic, topic_kind

from .models import PublicationPage


def describe(page: PublicationPage) -> Topic:
    """A publication as its followers know it."""
    prompt = "Tell me when it comes" if page.is_awaited else "E-mail me when this changes"
    return Topic(page.title, page.url or "", prompt=prompt)


@topic_kind(
    "publication",
    "We will e-mail you when it is published, corrected, replaced or withdrawn, and when what is done about its "
    "recommendations changes.",
    describe=describe,
)
def publication(object_id: str, audience) -> Topic | None:
    """A publication that the audience may see; an awaited one above all."""
    if not object_id.isdecimal() or len(object_id) > 18:
        return None
    page = audience.visible(PublicationPage.objects.filter(pk=int(object_id))).first()
    return describe(page) if page else None
