"""The search page."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from partnership.content.pagination import page_of
from partnership.content.visibility import audience_of

from .finding import find
from .query import MAX_TYPED, understand

PER_PAGE = 10


@require_safe
def search(request):
    """What the public may see and what holds the words asked for (?q=), best first."""
    typed = request.GET.get("q", "").replace("\x00", " ").strip()[:MAX_TYPED]
    query = understand(typed)
    found = find(query, audience_of(request))
    results = page_of(found, request, PER_PAGE) if query else None
    context = {"typed": typed, "query": query, "found": found, "results": results}
    return render(request, "search/search.html", context)
