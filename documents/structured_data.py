"""Publications in the words of schema.org."""

from django.utils import timezone

from partnership.content.public_address import public_address
from partnership.content.structured_data import thing

from .models.states import State

# What anybody may read of it now.
STATUSES = {State.AWAITED: "Awaited", State.SUPERSEDED: "Superseded", State.WITHDRAWN: "Withdrawn"}


def publication_data(page, context: dict, request) -> dict:
    """A publication as its page shows it, with the files that its reader is offered."""
    body = page.organisation
    shown = [] if page.is_withdrawn else [file for group in context["file_groups"] for file in group.files]
    return thing(
        "Report",
        name=page.title,
        description=page.summary,
        url=public_address(page.get_url(request) or ""),
        genre=page.get_kind_display(),
        reportNumber=page.reference_number,
        creativeWorkStatus=STATUSES.get(page.state),
        datePublished=page.machine_published,
        dateModified=timezone.localtime(page.last_published_at).isoformat()
        if page.last_published_at
        else None,
        inLanguage="en-GB",
        isAccessibleForFree=True,
        publisher=thing("Organization", name=body.name_on(page.published_on)) if body else None,
        contributor=[
            thing("Organization", name=other.name_on(page.published_on)) for other in context["contributors"]
        ],
        encoding=[
            thing("MediaObject", name=file.document.title, contentUrl=public_address(file.document.url))
            for file in shown
            if file.document and not file.document.taken_down_at and not file.document.open_warnings
        ],
    )
