"""Which files minutes and recordings show to the public."""

from ..models import Minutes, MinutesEdition, Recording

FILES = ("file", "captions", "transcript_document")


def shown_after_meetings(keys: list[int]) -> list:
    """Queries of pairs: a document, and the meeting whose minutes or recording show it to the public.

    Drafts stay readable, so their files do too.
    """
    editions = MinutesEdition.objects.filter(
        document__in=keys, hidden_at=None, minutes__in=Minutes.objects.public()
    )
    recordings = [
        Recording.objects.published().filter(**{f"{name}__in": keys}).values_list(name, "meeting")
        for name in FILES
    ]
    return [editions.order_by().values_list("document", "minutes__meeting"), *recordings]
