"""What the head of a page tells machines: its place and its facts, and how it looks where somebody shares it."""

from django import template

from partnership.content.public_address import public_address
from partnership.content.structured_data import breadcrumb_list, json_ld
from partnership.content.visibility import audience_of
from partnership.images.templatetags.picture_tags import rendition_of

from .frame_tags import canonical_address, home_of, page_of, way_down

register = template.Library()

SHARED_SIZE = "width-1200"


@register.inclusion_tag("components/structured_data.html", takes_context=True)
def structured_data(context):
    """What the page knows of itself, and the way down to it, as JSON-LD."""
    things = list(context.get("structured_data") or ())
    ways = ways_down(context)
    if ways:
        things.append(breadcrumb_list(ways))
    return {"json": json_ld(things) if things else ""}


def ways_down(context) -> list[tuple[str, str]]:
    """The pages from the home page down to this one that the public may open, with their whole addresses."""
    page, home, request = page_of(context), home_of(context), context.get("request")
    if page is None or home is None or not page.path or page.path == home.path:
        return []
    audience = audience_of(request)
    ways = [
        (
            "Home" if ancestor.pk == home.pk else ancestor.title,
            public_address(ancestor.get_url(request) or ""),
        )
        for ancestor in way_down(home, page)
        if audience.may_see(ancestor)
    ]
    if below := context.get("shared_title"):
        ways.append((below, canonical_address(context)))
    return ways


@register.inclusion_tag("components/open_graph.html", takes_context=True)
def open_graph(context, settings):
    """How the page looks where its address is shared.

    A screen below a page gives its own words as `shared_title` and `shared_description`.
    """
    page, home = page_of(context), home_of(context)
    if page is None:
        return {}
    # Page types that have a picture of their own call it so.
    picture = getattr(page, "picture", None)
    rendition = rendition_of(picture, SHARED_SIZE) if picture else None
    own = context.get("shared_title")
    is_home = home is not None and page.pk == home.pk
    return {
        "title": own or page.seo_title or (settings.partnership_name if is_home else page.title),
        "description": context.get("shared_description", "") if own else described(page),
        "type": "website" if is_home else "article",
        "url": canonical_address(context),
        "site_name": settings.partnership_name,
        "image": rendition,
        "image_address": public_address(rendition.url) if rendition else "",
    }


def described(page) -> str:
    """A page in a sentence or two."""
    return page.search_description or getattr(page, "summary", "")
