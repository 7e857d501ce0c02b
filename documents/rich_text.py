"""Links to documents inside a text."""

from wagtail.documents.rich_text import DocumentLinkHandler

from partnership.content.links import finds_addresses_of, opening_tags
from partnership.content.visibility import audience_of

from .models import CustomDocument
from .visibility import public_among


class ReadersDocumentLinkHandler(DocumentLinkHandler):
    """A link to a document, while it is public; else its words alone."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return opening_tags(CustomDocument, attrs_list)


@finds_addresses_of(CustomDocument)
def addresses_of_documents(keys: set[int], request) -> dict[int, str]:
    """The addresses of those of these documents that are public; in a preview of all that are to be."""
    documents = list(CustomDocument.objects.filter(pk__in=keys))
    if getattr(request, "is_preview", False):
        public = {document.pk for document in documents if not document.taken_down_at}
    else:
        public = public_among(documents, audience_of(request))
    return {document.pk: document.url for document in documents if document.pk in public}
