"""What the search finds of publications."""

from partnership.search.registry import Facet, facts_of, register_facet, register_kind

from .models import PublicationFile, PublicationPage


@facts_of(PublicationPage)
def publication(page) -> dict:
    """A publication: whose it is, what it is about, and in which forms it is to be had."""
    files = [] if page.is_withdrawn else page.files.select_related("document", "organisation")
    files = [file for file in files if not file.lacks and not (file.document and file.document.taken_down_at)]
    owners = [page.organisation, *page.contributors.all(), *(file.organisation for file in files)]
    said = [
        page.withdrawn_reason if page.is_withdrawn else "",
        page.expected_basis if page.is_awaited else "",
    ]
    return {
        "weight": 1.2,
        "dated_on": page.published_on,
        "facets": {
            "kind": ["publication"],
            "organisation": [owner.slug for owner in owners if owner],
            "programme": [area.slug for area in page.areas_of_work.all()],
            "format": [file.format for file in files],
        },
        "more_text": "\n".join(filter(None, [page.reference_number, *said, *(file.name for file in files)])),
    }


register_kind("publication", "Publication", "Publications")
register_facet(Facet("format", "Format", order=70, choices=dict(PublicationFile.Format.choices)))
