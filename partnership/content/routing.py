"""The way from an address to a page, in two queries however deep it is; Wagtail's own takes two a level."""

from django.http import Http404
from wagtail.models import Page

# Deeper than anybody arranges pages; a longer address is nonsense, and must not make a long question to the database.
LEVELS = 12


def route_down(home: Page, request, slugs: list[str]):
    """Find the page that `slugs` lead to from `home`, as Page.route does. Raises Http404 where there is none.

    A page type with a route of its own is asked as soon as the way reaches it, unless it says in `own_addresses` which
    names below it are no pages, and this is none of them.
    """
    here, left = home, list(slugs)
    for page in pages_on_the_way(home, slugs):
        # Wagtail's own route keeps the parent in the same place, where treebeard looks for it.
        page._cached_parent_obj = here
        here, left = page, left[1:]
        if has_a_route_for(page.specific_class, left):
            break
    if here is home:
        raise Http404("No such page.")
    return here.specific.route(request, left)


def has_a_route_for(page_type, slugs: list[str]) -> bool:
    """Whether a type of page has to be asked itself where these slugs below it lead."""
    if page_type is None or page_type.route is Page.route:
        return False
    own = getattr(page_type, "own_addresses", None)
    return own is None or not slugs or slugs[0] in own


def pages_on_the_way(home: Page, slugs: list[str]) -> list[Page]:
    """The pages that these slugs name one below the other, as far down as there are any."""
    slugs = slugs[:LEVELS]
    addresses = [home.url_path + "".join(f"{slug}/" for slug in slugs[: n + 1]) for n in range(len(slugs))]
    # The slug has an index, the address has none.
    found = Page.objects.filter(slug__in=slugs, url_path__in=addresses, path__startswith=home.path)
    by_address = {page.url_path: page for page in found}
    way = []
    for address in addresses:
        if address not in by_address:
            break
        way.append(by_address[address])
    return way
