"""How a file leaves the site: under which name, in which pieces, and so that a browser cannot be tricked by it."""

from mimetypes import guess_type
from urllib.parse import quote

from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_cache_control

from .byte_ranges import FilePart, RangeNotSatisfiableError, requested_range

# Shown in the browser; everything else is a download. None of these can run a script of ours.
INLINE_TYPES = {
    "application/pdf",
    "image/jpeg",
    "text/plain",
    "video/mp4",
    "video/webm",
    "audio/mpeg",
    "text/vtt",
}


def send(request, version, public: bool):
    """A response with a version's bytes, the part of them that was asked for, or “you have it already”."""
    content_type = guess_type(version.filename)[0] or "application/octet-stream"
    etag = f'"{version.sha256}"'
    if public and has_it_already(request, etag):
        response = HttpResponseNotModified()
    else:
        response = whole_or_part(request, version, etag if public else None)
        response["Content-Type"] = content_type
        response["Content-Disposition"] = disposition(version.filename, content_type)
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


def has_it_already(request, etag: str) -> bool:
    """Whether a reader says that they have this very version (RFC 9110, 13.1.2: any, or one of a list, weak or not)."""
    held = [tag.strip().removeprefix("W/") for tag in request.headers.get("If-None-Match", "").split(",")]
    return etag in held or held == ["*"]


def disposition(filename: str, content_type: str) -> str:
    """The Content-Disposition header: shown or downloaded, under a name in any script (RFC 6266)."""
    plain = (
        filename.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_").replace("\\", "_")
    )
    shown = "inline" if content_type in INLINE_TYPES else "attachment"
    return f"{shown}; filename=\"{plain}\"; filename*=UTF-8''{quote(filename)}"


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
        raise Http404 from missing
    if part is None:
        return FileResponse(file, headers={"Content-Length": str(version.size)})
    first, last = part
    response = FileResponse(FilePart(file, first, last - first + 1), status=206)
    response["Content-Length"] = str(last - first + 1)
    response["Content-Range"] = f"bytes {first}-{last}/{version.size}"
    return response
