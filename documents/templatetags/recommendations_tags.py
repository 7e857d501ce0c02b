"""The recommendations of a publication, for its page and its editing screen."""

from django import template
from django.utils import timezone

from partnership.content.landmarks import landmark_url, signposts_of
from partnership.content.visibility import audience_of

from ..models import RecommendationIndexPage
from ..recommendations.showing import at_a_glance, shown

register = template.Library()
# More than this are easier to read narrowed, on the page that lists all.
WORTH_NARROWING = 8


@register.inclusion_tag("documents/tags/recommendations.html", takes_context=True)
def recommendations_of(context, publication):
    """What a publication recommends, what was answered and what became of it; nothing where it recommends nothing."""
    request = context.get("request")
    audience = audience_of(request)
    today = timezone.localdate(audience.now)
    rows = []
    # The preview of a page that was never saved has none.
    if publication.pk:
        own = publication.recommendations.with_progress(today).order_by("place", "pk")
        rows = shown(own.for_listing(), audience, today)
    counts = {}
    for row in rows:
        counts[row.progress] = counts.get(row.progress, 0) + 1
    all_url = landmark_url(request, RecommendationIndexPage) if rows else ""
    return {
        "recommendations": rows,
        "glance": at_a_glance(counts),
        "publication": publication,
        "narrow_url": all_url if len(rows) > WORTH_NARROWING else "",
    }


@register.inclusion_tag("documents/tags/lists_beside.html", takes_context=True)
def lists_beside(context, index):
    """The lists that stand below the list of publications, such as that of recommendations."""
    pages = signposts_of(context.get("request"))
    return {
        "pages": [
            page for page in pages if page.depth == index.depth + 1 and page.path.startswith(index.path)
        ]
    }
