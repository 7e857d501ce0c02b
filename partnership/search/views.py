"""The search page."""

from django.shortcuts import render
from wagtail.models import Page

from partnership.content.pagination import page_of
from partnership.content.visibility import audience_of

from .query import plain_words

PER_PAGE = 10
# What the box takes back; longer input is a paste by mistake.
SHOWN_LENGTH = 200


def search(request):
    """Pages that the public may see and that hold the words asked for (?q=), best first."""
    typed = request.GET.get("q", "").replace("\x00", "")[:SHOWN_LENGTH]
    words = plain_words(typed)
    results = None
    if words:
        pages = audience_of(request).visible(Page.objects.filter(depth__gt=1))
        results = page_of(pages.search(words), request, PER_PAGE)
        # One query for each type on the page rather than one for each result.
        results.object_list = (
            list(Page.objects.filter(pk__in=[p.pk for p in results]).specific()) if results else []
        )
    return render(request, "search/search.html", {"typed": typed, "words": words, "results": results})
