"""How a picture reaches a reader: in the sizes made of it, while something public shows it; never the original."""

from django.http import FileResponse, Http404
from django.utils.cache import patch_cache_control
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from .references import is_named_beside_pages, pages_naming
from .visibility import audience_of

# How long a browser may show a picture again without asking, in seconds.
KEPT_FOR = 600


@require_safe
def serve_picture(request, name):
    """One size of a picture; staff who work with pictures see also those that nothing public shows yet."""
    # Asked of everybody, found or not: reading the session adds a Vary header, and its absence would tell.
    signed_in = request.user.is_authenticated
    Rendition = get_image_model().get_rendition_model()  # noqa: N806
    rendition = Rendition.objects.filter(file=f"images/{name}").select_related("image").first()
    if rendition is None:
        raise Http404
    public = is_public(rendition.image, audience_of(request))
    if not public and not (signed_in and may_work_with(request.user, rendition.image)):
        raise Http404
    storage = rendition.file.storage
    try:
        changed = int(storage.get_modified_time(rendition.file.name).timestamp())
        file = storage.open(rendition.file.name, "rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    response = FileResponse(file) if since is None or since < changed else not_modified(file)
    response["Last-Modified"] = http_date(changed)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if public:
        patch_cache_control(response, public=True, max_age=KEPT_FOR)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response


def not_modified(file):
    """The answer to a browser that has the picture already."""
    file.close()
    return FileResponse(status=304)


def is_public(image, audience) -> bool:
    """Whether a page that this audience may see shows the picture, or the partnership's public data does."""
    pages = pages_naming(type(image), [image.pk]).get(image.pk, set())
    if audience.visible(Page.objects.filter(pk__in=pages)).exists():
        return True
    return is_named_beside_pages(image)


def may_work_with(user, image) -> bool:
    """Whether somebody signed in works with pictures in the admin."""
    policy = policy_registry.get_by_type(type(image))
    return policy.user_has_any_permission_for_instance(user, ["change", "delete", "choose"], image)
