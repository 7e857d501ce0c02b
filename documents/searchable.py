"""What the search finds of publications, and of the pages of files."""

from django.contrib.contenttypes.models import ContentType
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from partnership.content.references import pages_naming
from partnership.content.visibility import Audience
from partnership.search.changes import changed
from partnership.search.indexing import forget, reread
from partnership.search.pages import facets_of
from partnership.search.registry import (
    Facet,
    Offer,
    Source,
    facts_about,
    facts_of,
    register_facet,
    register_kind,
    register_source,
)

from .models import CustomDocument, PageText, PublicationFile, PublicationPage, Reading, RegisterEntry
from .reading.keeping import page_texts_changed
from .recommendations import finding  # noqa: F401
from .takedown import document_taken_down
from .visibility import may_be_public, pages_showing, public_among


@facts_of(PublicationPage)
def publication(page) -> dict:
    """A publication: whose it is, what it is about, and in which forms it is to be had."""
    files = [] if page.is_withdrawn else page.files.select_related("document", "organisation")
    files = [f for f in files if not f.lacks and (f.document is None or may_be_public(f.document))]
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
register_kind("document", "File", "Inside files")
register_facet(Facet("format", "Format", order=70, choices=dict(PublicationFile.Format.choices)))


@register_source
class DocumentPages(Source):
    """The pages of the files that something public shows, and that the site has read."""

    kind = "document"
    # The register says when a file came before the public, or went, whatever page or section showed it.
    watches = (CustomDocument, RegisterEntry)
    # A page of the site says more about a matter than one page of a file.
    WEIGHT = 0.7

    def keys(self):
        read = Reading.objects.filter(text_pages__gt=0, document__isnull=False)
        return read.order_by("document").values_list("document", flat=True).iterator()

    def stale_keys(self, instance):
        if isinstance(instance, RegisterEntry):
            return CustomDocument.objects.filter(public_id=instance.public_id).values_list("pk", flat=True)
        return [instance.pk]

    def keys_on(self, page_keys):
        named = ReferenceIndex.objects.filter(
            base_content_type=ContentType.objects.get_for_model(Page),
            to_content_type=ContentType.objects.get_for_model(CustomDocument),
            object_id__in=[str(key) for key in page_keys],
        )
        return {int(key) for key in named.values_list("to_object_id", flat=True)}

    def visible(self, keys, audience):
        return public_among(CustomDocument.objects.filter(pk__in=keys), audience)

    def offers(self, keys, audience):
        documents = list(CustomDocument.objects.filter(pk__in=keys, reading__text_pages__gt=0))
        showing = pages_showing(documents, audience)
        for document in documents:
            # What may not be public at all is not among the answers.
            if not showing.get(document.pk):
                continue
            page = showing[document.pk][0].specific
            facts = {
                "page_id": page.pk,
                "title": document.title,
                "facets": facets_of(page) | {"kind": ["document"]},
                "dated_on": facts_about(page).get("dated_on"),
                "weight": self.WEIGHT,
            }
            texts = PageText.objects.filter(version__reading__document=document, is_withheld=False)
            for text in texts.exclude(text="").iterator():
                yield Offer(key=document.pk, place=text.number, text=text.text, **facts)

    def present(self, hits, audience):
        documents = CustomDocument.objects.select_related("reading").in_bulk({hit.match.key for hit in hits})
        for hit in hits:
            document, number = documents[hit.match.key], hit.match.place
            hit.title, hit.url = document.title, document.url
            # Found by its title alone, it is found whole; so is a file without pages.
            if hit.sentence is None:
                continue
            if document.reading.page_count is None:
                hit.links = [("Text", self.text_address(document, number))]
                continue
            hit.url, hit.place = self.address(document, number), f"page {number}"
            hit.links = [(f"Text of page {number}", self.text_address(document, number))]
            hit.others = [
                (f"page {other.place}", self.address(document, other.place)) for other in hit.elsewhere
            ]

    def address(self, document, number: int) -> str:
        """Where a file opens, at a page of it."""
        return f"{document.url}#page={number}"

    def text_address(self, document, number: int) -> str:
        """Where the text of a page is to be read, for phones and readers that ignore the page number."""
        return reverse("page_text", args=[document.public_id, number])


@receiver(page_texts_changed)
def note_new_texts(document, **kwargs):
    """The texts of a document's pages were read, or removed."""
    changed("document", [document.pk])


@receiver(document_taken_down)
def forget_at_once(document, **kwargs):
    """A document was taken down: its words go in the same transaction, and its name from the pages that named it."""
    forget("document", [document.pk])
    pages = pages_naming(CustomDocument, [document.pk]).get(document.pk, set())
    reread("page", sorted(pages), Audience(timezone.now()))
