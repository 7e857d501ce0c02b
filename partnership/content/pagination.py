"""Long lists in pages."""

from django.core.paginator import Page, Paginator


def page_of(items, request, per_page: int) -> Page:
    """The page of `items` that the address asks for (?page=2); the nearest one where it asks for nonsense."""
    return Paginator(items, per_page).get_page(request.GET.get("page"))
