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
        visible = audience_of(request).visible(Page.objects.filter(depth__gt=1))
        # The engine filters by few fields, of which the number of a page is one.
        found = Page.objects.filter(pk__in=visible.values("pk")).search(words)
        results = page_of(found, request, PER_PAGE)
        results.object_list = with_trails(results.object_list)
    return render(request, "search/search.html", {"typed": typed, "words": words, "results": results})


def with_trails(found) -> list[Page]:
    """The pages found, in the same order and each as its own type, with the titles above it as `trail`."""
    order = [page.pk for page in found]
    # One query for each type on the screen rather than one for each result.
    pages = {page.pk: page for page in Page.objects.filter(pk__in=order).specific()}
    step = Page.steplen
    above = {page.path[:end] for page in pages.values() for end in range(3 * step, len(page.path), step)}
    titles = dict(Page.objects.filter(path__in=above).values_list("path", "title"))
    for page in pages.values():
        ends = range(3 * step, len(page.path), step)
        page.trail = [titles[page.path[:end]] for end in ends if page.path[:end] in titles]
    return [pages[pk] for pk in order if pk in pages]
