"""The search page, and the titles that the search box suggests."""

from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from partnership.content.pagination import page_of
from partnership.content.visibility import audience_of

from .finding import find
from .narrowing import ORDERS, address, filters_of, narrowings, order_of
from .promotions import promoted_for
from .query import MAX_TYPED, understand
from .searched import note
from .spelling import meant
from .suggesting import suggestions
from .synonyms import with_synonyms

PER_PAGE = 10


@require_safe
def search(request):
    """What the public may see and what holds the words asked for (?q=), best first; narrowed by its address alone."""
    audience = audience_of(request)
    typed = request.GET.get("q", "").replace("\x00", " ").strip()[:MAX_TYPED]
    query = with_synonyms(understand(typed))
    context = {"typed": typed, "query": query}
    if query:
        found = find(query, audience, filters_of(request.GET), order_of(request.GET))
        shown = narrowings(found, request.GET, audience)
        context |= {
            "found": found,
            "results": page_of(found, request, PER_PAGE),
            "chosen": [narrowing for narrowing in shown if narrowing.chosen],
            "kinds": next((n for n in shown if n.facet.key == "kind" and not n.chosen), None),
            "narrowings": [n for n in shown if n.facet.key != "kind" and not n.chosen],
            "orders": [
                (label, address(request.GET, {"sort": order}), order == found.order)
                for order, label in ORDERS.items()
            ],
            "without_filters": address(request.GET, dict.fromkeys(found.filters)),
            "feed_title": f"Search: {typed}",
            "feed_query": address(request.GET, {"sort": None})[1:],
            "promoted": promoted_for(query, audience),
        }
        nothing = not found.filters and (found.partly or not found.count())
        if nothing and (better := meant(typed, query, audience)):
            context |= {"meant": better, "meant_address": address(request.GET, {"q": better})}
        if not found.filters and "page" not in request.GET:
            note(typed, 0 if found.partly else found.count(), audience.now)
    return render(request, "search/search.html", context)


@require_safe
def suggest(request):
    """Titles that begin as the words typed so far (?q=), as data for the search box."""
    typed = request.GET.get("q", "").replace("\x00", " ")
    response = JsonResponse({"suggestions": suggestions(typed, audience_of(request))})
    response["Cache-Control"] = "no-store"
    return response
