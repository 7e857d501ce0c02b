"""Pages that others lead to: those in the menu, and those of which a site has one, such as the list of meetings."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page, Site, get_page_models

from .visibility import audience_of


def landmark_types() -> dict[int, type[Page]]:
    """The page types that say of themselves that they are landmarks, by the key of their content type."""
    models = [model for model in get_page_models() if getattr(model, "is_landmark", False)]
    return {found.pk: model for model, found in ContentType.objects.get_for_models(*models).items()}


def signposts_of(request) -> list[Page]:
    """The landmarks and the pages of the menu that this request may be shown, in the tree's order; asked for once."""
    if not hasattr(request, "_signposts"):
        wanted = Q(content_type__in=landmark_types())
        if site := Site.find_for_request(request):
            home = site.root_page
            wanted |= Q(path__startswith=home.path, depth=home.depth + 1, show_in_menus=True)
        request._signposts = list(audience_of(request).visible(Page.objects.filter(wanted)).order_by("path"))
    return request._signposts


def menu_of(request) -> list[Page]:
    """The pages of the site's menu: children of its first page that are to be in menus."""
    site = Site.find_for_request(request)
    if site is None:
        return []
    home = site.root_page
    return [
        page
        for page in signposts_of(request)
        if page.show_in_menus and page.depth == home.depth + 1 and page.path.startswith(home.path)
    ]


def landmark_url(request, model: type[Page]) -> str:
    """Where the landmark of a type is, or "" where there is none to show; the highest in the tree counts."""
    if request is None:
        return ""
    types = landmark_types()
    found = [page for page in signposts_of(request) if types.get(page.content_type_id) is model]
    return (min(found, key=lambda page: page.depth).get_url(request) or "") if found else ""
