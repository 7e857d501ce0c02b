"""The search page."""

from django.shortcuts import render

from partnership.content.pagination import page_of
from partnership.content.visibility import audience_of

from .engine import find
from .query import plain_words

PER_PAGE = 10
# What the box takes back; longer input is a paste by mistake.
SHOWN_LENGTH = 200


def search(request):
    """Pages that the public may see and that hold the words asked for (?q=), best first."""
    typed = request.GET.get("q", "").replace("\x00", "")[:SHOWN_LENGTH]
    words = plain_words(typed)
    results = page_of(find(words, audience_of(request)), request, PER_PAGE) if words else None
    return render(request, "search/search.html", {"typed": typed, "words": words, "results": results})
