"""What was read from a file, for those who may open the file: the text of its pages, and a picture of the first."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db.models.fields.files import FieldFile
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from partnership.content.visibility import audience_of

from ..models import DocumentVersion, PageText, PublicationPage, Reading
from ..sending import send
from ..serving import for_whom_it_is, version_for
from ..visibility import pages_showing
from .paragraphs import paragraphs

# Within which the worker has mostly read a new file.
TRY_AGAIN_SECONDS = 60


@require_safe
@for_whom_it_is
def page_text(request, document, public, number):
    """The text of one page of the newest version, for readers who cannot use the file."""
    reading = Reading.objects.filter(document=document, text_pages__gt=0).select_related("version").first()
    page = reading and PageText.objects.filter(version=reading.version, number=number).first()
    if page is None:
        return being_prepared(request, document)
    context = {
        "document": document,
        "reading": reading,
        "text": page,
        "paragraphs": paragraphs(page.text),
        "page": page_that_shows(document, audience_of(request)),
        "way": way_through(document, reading, number),
    }
    response = render(request, "documents/page_text.html", context)
    if public:
        # Asked for each time: what is taken down stops answering at once.
        patch_cache_control(response, public=True, no_cache=True)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response


def being_prepared(request, document):
    """The answer while the newest version is still to be read: come back soon, and the file is here meanwhile."""
    if not Reading.objects.waiting().filter(document=document).exists():
        raise Http404
    context = {"document": document, "page": page_that_shows(document, audience_of(request))}
    response = render(request, "documents/page_text_to_come.html", context, status=503)
    response["Retry-After"] = str(TRY_AGAIN_SECONDS)
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, no_store=True)
    return response


def page_that_shows(document, audience):
    """The page that a document belongs to: a publication before any other. None where it is not public."""
    pages = pages_showing([document], audience).get(document.pk, [])
    publication = ContentType.objects.get_for_model(PublicationPage).pk
    pages.sort(key=lambda page: (page.content_type_id != publication, page.path))
    return pages[0].specific if pages else None


def way_through(document, reading: Reading, number: int) -> dict:
    """The links from one page's text to the others, as NHS.UK's pagination takes them; {} where there is one page."""

    def address(page: int) -> str:
        return reverse("page_text", args=[document.public_id, page])

    count = reading.text_pages
    if count == 1:
        return {}
    paginator = Paginator(range(count), 1)
    return {
        "items": [
            {"ellipsis": True}
            if page == paginator.ELLIPSIS
            else {"number": page, "href": address(page), "current": page == number}
            for page in paginator.get_elided_page_range(number, on_each_side=1, on_ends=1)
        ],
        "previous": {"href": address(number - 1)} if number > 1 else {},
        "next": {"href": address(number + 1)} if number < count else {},
    }


@dataclass
class FirstPage:
    """The picture of a version's first page, as it is sent."""

    version: DocumentVersion
    file: FieldFile
    filename: str = "first-page.jpg"

    @property
    def size(self) -> int:
        """In bytes."""
        return self.file.size

    @property
    def sha256(self) -> str:
        """What tells it from the picture of another version."""
        return f"{self.version.sha256}-first-page"


@require_safe
@for_whom_it_is
def first_page(request, document, public, number):
    """A small picture of the first page of a version."""
    version, _, public = version_for(request, document, public, number)
    reading = getattr(version, "reading", None)
    if reading is None or not reading.picture:
        raise Http404
    try:
        return send(request, FirstPage(version, reading.picture), public)
    except FileNotFoundError as missing:
        raise Http404 from missing
