"""The search page."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from partnership.content.pagination import page_of
from partnership.content.visibility import audience_of

from .finding import find
from .narrowing import ORDERS, address, filters_of, narrowings, order_of
from .query import MAX_TYPED, understand

PER_PAGE = 10


@require_safe
def search(request):
    """What the public may see and what holds the words asked for (?q=), best first; narrowed by its address alone."""
    audience = audience_of(request)
    typed = request.GET.get("q", "").replace("\x00", " ").strip()[:MAX_TYPED]
    query = understand(typed)
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
        }
    return render(request, "search/search.html", context)
