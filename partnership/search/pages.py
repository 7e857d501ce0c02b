"""Pages, as things that can be found."""

from wagtail.models import Page
from wagtail.search import index

from partnership.content.visibility import Audience

from .registry import Facet, Offer, Source, facts_about, register_facet, register_kind, register_source

# Below the root of all sites and below the home page: the pages that the menu leads to.
SECTION_DEPTH = 3
MAX_TEXT = 200_000


@register_source
class Pages(Source):
    """Every page of the site."""

    kind = "page"
    watches = (Page,)

    def keys(self):
        return Page.objects.filter(depth__gt=1).order_by("pk").values_list("pk", flat=True).iterator()

    def offers(self, keys, audience: Audience):
        pages = audience.visible(Page.objects.filter(pk__in=keys, depth__gt=1)).specific()
        sections = section_slugs(pages)
        for page in pages:
            facts = facts_about(page)
            facts["facets"] = all_facets(page, facts, sections)
            more_text = facts.pop("more_text", "")
            text = "\n".join(filter(None, [text_of(page), more_text]))[:MAX_TEXT]
            yield Offer(key=page.pk, page_id=page.pk, title=page.title, text=text, **facts)


def all_facets(page, facts: dict, sections: dict[str, str]) -> dict[str, list[str]]:
    """All by which a page can be narrowed to: what its section says, its part of the site, its year."""
    dated_on = facts.get("dated_on")
    return {
        "kind": ["page"],
        "section": [sections.get(page.path[: SECTION_DEPTH * Page.steplen], "")],
        "year": [str(dated_on.year)] if dated_on else [],
    } | facts.get("facets", {})


def facets_of(page) -> dict[str, list[str]]:
    """The facets of one page, for what stands on it."""
    return all_facets(page, facts_about(page), section_slugs([page]))


def text_of(page) -> str:
    """All that a page says below its title, in the order in which its type names its fields for searching."""
    pieces = []
    for field in page.get_search_fields():
        if isinstance(field, index.SearchField) and field.field_name != "title":
            value = field.get_value(page)
            pieces += value if isinstance(value, list) else [value]
    return "\n".join(str(piece).strip() for piece in pieces if piece)


def section_slugs(pages) -> dict[str, str]:
    """The name in addresses of the part of the site that each page is in, by the path of that part."""
    paths = {page.path[: SECTION_DEPTH * Page.steplen] for page in pages if page.depth >= SECTION_DEPTH}
    return dict(Page.objects.filter(path__in=paths).values_list("path", "slug"))


def names_of_sections(audience, slugs):
    """The parts of the site: the pages directly below the home page."""
    return audience.visible(Page.objects.filter(depth=SECTION_DEPTH, slug__in=slugs)).values_list(
        "slug", "title"
    )


register_kind("page", "Page", "Other pages")
register_facet(Facet("kind", "Kind", order=10))
register_facet(Facet("section", "Part of the site", order=20, names=names_of_sections))
register_facet(Facet("year", "Year", order=60))
