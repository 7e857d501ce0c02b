"""What frames every page. All of it works without a page, as on the search and the error pages."""

from django import template
from django.utils import timezone
from wagtail.models import Page, Site

from partnership.content.landmarks import menu_of
from partnership.content.public_address import public_address
from partnership.content.visibility import audience_of

from ..models import Banner, SiteSettings

register = template.Library()


def page_of(context):
    """The page being shown, or None on screens outside the page tree."""
    page = context.get("page")
    return page if isinstance(page, Page) else None


def site_of(context):
    """The site being shown, or None where none is set up yet."""
    request = context.get("request")
    return Site.find_for_request(request) if request else None


def home_of(context):
    """The first page of the site, or None where there is none."""
    site = site_of(context)
    return site.root_page if site else None


@register.simple_tag(takes_context=True)
def frame_settings(context):
    """The site's settings; what they are when new where there is no site yet."""
    request = context.get("request")
    if site_of(context) is None:
        return SiteSettings()
    return SiteSettings.for_request(request)


@register.simple_tag(takes_context=True)
def hidden_from_robots(context, settings) -> bool:
    """Whether search engines are asked to leave this screen out: invented content, and screens that are no page."""
    page = page_of(context)
    return settings.demonstration_site or page is None or getattr(page, "demonstration_only", False)


@register.simple_tag(takes_context=True)
def canonical_address(context) -> str:
    """Which of a page's addresses counts, or "" for screens that are no page.

    Filters and whatever else stands in the address lead to the bare page; a later page of a whole list to itself.
    """
    page, request = page_of(context), context.get("request")
    if page is None or request is None:
        return ""
    if page.alias_of_id:
        return public_address(page.alias_of.get_url(request) or "")
    results = context.get("results")
    number = getattr(results, "number", 1)
    if number > 1 and not context.get("is_filtered"):
        return public_address(f"{request.path}?page={number}")
    return public_address(request.path)


@register.inclusion_tag("components/navigation.html", takes_context=True)
def site_navigation(context):
    """The ways into the site: the home page's children that are in menus and open to whoever is looking."""
    return {"items": menu(context)}


def menu(context) -> list[dict]:
    """The items of the navigation, each with whether the page shown is it or below it."""
    home = home_of(context)
    if home is None:
        return []
    request, here = context.get("request"), page_of(context)
    # A page being previewed for the first time has no place in the tree yet.
    path = (here.path or "") if here else ""
    return [
        {
            "title": page.title,
            "href": page.get_url(request),
            "current": "page" if path == page.path else "true" if path.startswith(page.path) else "",
        }
        for page in menu_of(request)
    ]


@register.inclusion_tag("components/areas.html", takes_context=True)
def areas_of_the_site(context):
    """The same ways in as a plain list, for pages where somebody is lost."""
    return {"items": menu(context)}


def way_down(home, page) -> list[Page]:
    """The pages from the home page down to `page`; no query where the page was found by its address."""
    way = []
    while page is not None:
        way.insert(0, page)
        if page.pk == home.pk:
            return way
        page = page.get_parent()
    return []


@register.inclusion_tag("components/breadcrumbs.html", takes_context=True)
def breadcrumbs(context, page_is_parent=False):
    """The way from the home page down to this page; with the page itself where a screen of its own is below it."""
    page, home = page_of(context), home_of(context)
    if page is None or home is None or not page.path or page.path == home.path:
        return {"items": []}
    request = context.get("request")
    items = [
        {"text": "Home" if ancestor.pk == home.pk else ancestor.title, "href": ancestor.get_url(request)}
        for ancestor in way_down(home, page if page_is_parent else page.get_parent())
        if audience_of(request).may_see(ancestor)
    ]
    return {"items": items, "title": page.title}


@register.inclusion_tag("components/banners.html", takes_context=True)
def banners(context):
    """The messages that cover this page at this moment."""
    page = page_of(context)
    showing = Banner.objects.showing(timezone.now()).select_related("section", "link_page")
    covering = [banner for banner in showing if banner.covers(page)]
    audience = audience_of(context.get("request"))
    for banner in covering:
        # Where its link leads to a page that is not open, its message stands alone.
        closed = banner.link_page is not None and not audience.may_see(banner.link_page)
        banner.shown_href = "" if closed else banner.href
    return {"banners": covering}


@register.inclusion_tag("components/urgent_help.html")
def urgent_help(settings):
    """Where to turn in a crisis; the national numbers where the editors have given none yet."""
    return {"text": settings.urgent_help_text, "ways": settings.urgent_help}
