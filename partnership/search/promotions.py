"""The pages that editors put above all results of a search."""

from dataclasses import dataclass

from wagtail.models import Page

from partnership.content.visibility import Audience

from .finding import summary_of_any_type
from .models import Promotion
from .models.wording import as_looked_for
from .query import Query

MOST_SHOWN = 3


@dataclass
class Promoted:
    """A page above the results, and what readers are told about it."""

    title: str
    url: str
    reason: str


def promoted_for(query: Query, audience: Audience) -> list[Promoted]:
    """What stands above the results of a search: live and public pages only."""
    asked = tuple(stem for term in query.terms for stem in term.stems)
    chosen = {
        promotion.page_id: promotion.reason
        for promotion in Promotion.objects.order_by("pk")
        if any(as_looked_for(line) == asked for line in promotion.lines)
    }
    if not chosen:
        return []
    pages = audience.visible(Page.objects.filter(pk__in=chosen)).annotate(summary=summary_of_any_type())
    by_key = {page.pk: page for page in pages}
    shown = [(by_key[key], reason) for key, reason in chosen.items() if key in by_key]
    return [Promoted(page.title, page.url, reason or page.summary) for page, reason in shown if page.url][
        :MOST_SHOWN
    ]
