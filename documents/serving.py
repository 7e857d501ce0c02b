"""How a file leaves the site: to whom, under which name, and so that a browser cannot be tricked by it."""

from urllib.parse import quote

from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.permissions import policy_registry

from partnership.content.visibility import audience_of

from .byte_ranges import FilePart, RangeNotSatisfiableError, requested_range
from .models import CustomDocument
from .visibility import is_public

# Shown in the browser; everything else is a download. None of these can run a script of ours.
INLINE_TYPES = {"application/pdf", "text/plain", "video/mp4", "video/webm", "audio/mpeg", "text/vtt"}


def not_found():
    """The one answer to a wrong address, a wrong name and a file that is not public: none can be told apart."""
    return Http404("There is no such file.")


def find(public_id: str, number: int | None, request):
    """The document, the version asked for (the newest without a number) and whether it is public.

    Raises Http404 where there is none, or where neither the public nor this member of staff may open it.
    """
    document = CustomDocument.objects.filter(public_id=public_id).first()
    if document is None:
        raise not_found()
    public = is_public(document, audience_of(request))
    if not public and not may_open_unpublished(request.user, document):
        raise not_found()
    versions = document.versions.all()
    version = versions.filter(number=number).first() if number else versions.first()
    if version is None:
        raise not_found()
    return document, version, public


def may_open_unpublished(user, document) -> bool:
    """Whether somebody signed in may open a file that is not public: those who may work with it in the admin."""
    if not user.is_authenticated:
        return False
    policy = policy_registry.get_by_type(CustomDocument)
    return policy.user_has_any_permission_for_instance(user, ["change", "delete", "choose"], document)


@require_safe
def newest(request, public_id, filename):
    """The newest version of a document; an older file name is sent on to today's."""
    document, version, public = find(public_id, None, request)
    if filename != version.filename:
        return redirect(document.url)
    return send(request, version, document.content_type_of(version), public)


@require_safe
def one_version(request, public_id, number, filename):
    """One version of a document, for ever the same bytes."""
    document, version, public = find(public_id, number, request)
    if filename != version.filename:
        return redirect(document.version_url(version))
    return send(request, version, document.content_type_of(version), public)


def send(request, version, content_type: str, public: bool):
    """A response with the version's bytes, or the part of them that was asked for."""
    etag = f'"{version.sha256}"'
    if public and etag in (e.strip() for e in request.headers.get("If-None-Match", "").split(",")):
        response = HttpResponseNotModified()
    else:
        response = whole_or_part(request, version, etag if public else None)
        response["Content-Type"] = content_type
        disposition = "inline" if content_type in INLINE_TYPES else "attachment"
        ascii_name = version.filename.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
        response["Content-Disposition"] = (
            f"{disposition}; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(version.filename)}"
        )
    if public:
        # Caches may keep it but must ask each time: a file that is taken down stops answering at once.
        response["ETag"] = etag
        patch_cache_control(response, public=True, no_cache=True)
    else:
        patch_cache_control(response, private=True, no_store=True)
    response["X-Content-Type-Options"] = "nosniff"
    response["Accept-Ranges"] = "bytes"
    # Chromium's PDF viewer does not run in a sandbox; without any source it cannot reach anything either way.
    sandbox = "" if content_type == "application/pdf" else "; sandbox"
    response["Content-Security-Policy"] = f"default-src 'none'; frame-ancestors 'none'{sandbox}"
    return response


def whole_or_part(request, version, etag: str | None):
    """The bytes: all of them, or one range; streamed, so that a large file costs no memory."""
    header = request.headers.get("Range", "")
    # A range of another version than the reader has would splice two files together.
    if request.headers.get("If-Range") not in (None, etag):
        header = ""
    try:
        part = requested_range(header, version.size)
    except RangeNotSatisfiableError:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{version.size}"})
    try:
        file = version.file.storage.open(version.file.name, "rb")
    except FileNotFoundError as missing:
        raise not_found() from missing
    if part is None:
        return FileResponse(file, headers={"Content-Length": str(version.size)})
    first, last = part
    response = FileResponse(FilePart(file, first, last - first + 1), status=206)
    response["Content-Length"] = str(last - first + 1)
    response["Content-Range"] = f"bytes {first}-{last}/{version.size}"
    return response
