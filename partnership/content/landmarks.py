"""Pages of which a site has one, such as the list of meetings: what other pages link to as “all meetings”."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, get_page_models

from .visibility import audience_of


def landmark_types() -> list[type[Page]]:
    """The page types that say of themselves that they are landmarks."""
    return [model for model in get_page_models() if getattr(model, "is_landmark", False)]


def landmarks_of(request) -> dict[type[Page], Page]:
    """The landmarks that this request may be shown, by page type, found once for it; the highest in the tree wins."""
    if not hasattr(request, "_landmarks"):
        types = ContentType.objects.get_for_models(*landmark_types())
        by_id = {content_type.pk: model for model, content_type in types.items()}
        pages = audience_of(request).visible(Page.objects.filter(content_type__in=by_id))
        found = {}
        for page in pages.order_by("-depth", "-path"):
            found[by_id[page.content_type_id]] = page
        request._landmarks = found
    return request._landmarks


def landmark_url(request, model: type[Page]) -> str:
    """Where the landmark of a type is, or "" where there is none to show."""
    page = landmarks_of(request).get(model) if request is not None else None
    return (page.get_url(request) or "") if page else ""
