"""Recommendations, as things that the search finds: each opens where it stands on its publication."""

from partnership.search.pages import facets_of
from partnership.search.registry import Offer, Source, facts_about, register_kind, register_source

from ..models import Recommendation, RecommendationResponse, RecommendedAction

# The publication itself says more about a matter than one of its recommendations.
WEIGHT = 0.9


@register_source
class Recommendations(Source):
    """What publications recommend, what was answered, and what is done about it."""

    kind = "recommendation"
    watches = (Recommendation, RecommendationResponse, RecommendedAction)

    def keys(self):
        return Recommendation.objects.order_by("pk").values_list("pk", flat=True).iterator()

    def stale_keys(self, instance):
        return [instance.pk if isinstance(instance, Recommendation) else instance.recommendation_id]

    def keys_on(self, page_keys):
        return Recommendation.objects.filter(publication__in=page_keys).values_list("pk", flat=True)

    def visible(self, keys, audience):
        shown = Recommendation.objects.shown_to(audience).filter(pk__in=keys)
        return set(shown.values_list("pk", flat=True))

    def offers(self, keys, audience):
        shown = Recommendation.objects.shown_to(audience).filter(pk__in=keys)
        facts_on: dict[int, dict] = {}
        for recommendation in shown.select_related("publication").prefetch_related("responses", "actions"):
            page = recommendation.publication
            if page.pk not in facts_on:
                facts_on[page.pk] = {
                    "facets": facets_of(page) | {"kind": [self.kind]},
                    "dated_on": facts_about(page).get("dated_on"),
                }
            yield Offer(
                key=recommendation.pk,
                page_id=page.pk,
                title=f"Recommendation {recommendation.label}",
                text=text_of(recommendation),
                weight=WEIGHT,
                **facts_on[page.pk],
            )

    def present(self, hits, audience):
        recommendations = Recommendation.objects.in_bulk({hit.match.key for hit in hits})
        for hit in hits:
            if recommendation := recommendations.get(hit.match.key):
                hit.url = f"{hit.url}#{recommendation.anchor}"
                # Its number alone would not say where the link leads.
                hit.title = f"Recommendation {recommendation.label}: {hit.page.title}"


def text_of(recommendation: Recommendation) -> str:
    """All that the public reads of a recommendation."""
    said = [recommendation.text, *(response.text for response in recommendation.responses.all())]
    for action in recommendation.actions.all():
        said += [action.text, action.status_note]
    return "\n".join(filter(None, said))


register_kind("recommendation", "Recommendation", "Recommendations")
