"""The public register on a page and as data, and “is this file yours?”."""

import re

from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from partnership.content.pagination import page_of
from partnership.content.visibility import audience_of

from .models import CustomDocument, DocumentVersion, RegisterEntry
from .visibility import is_public

PER_PAGE = 50
SHA256 = re.compile(r"^[0-9a-f]{64}$")


@require_safe
def register(request):
    """Everything ever done to a public file, newest first."""
    return render(
        request,
        "documents/register.html",
        {"results": page_of(RegisterEntry.objects.all(), request, PER_PAGE)},
    )


@require_safe
def register_json(request):
    """The same as data, with what is needed to check the chain; ?after=N gives the lines after number N."""
    after = request.GET.get("after", "0")
    if not after.isdecimal() or len(after) > 18:
        return JsonResponse({"error": "“after” must be the number of a line."}, status=400)
    lines = list(RegisterEntry.objects.filter(number__gt=int(after)).order_by("number")[:1000])
    return JsonResponse(
        {"lines": [as_data(line) for line in lines], "next_after": lines[-1].number if lines else None}
    )


def as_data(line: RegisterEntry) -> dict:
    """A line with everything that its digest covers."""
    return {
        "number": line.number,
        "happened_at": line.happened_at.isoformat(),
        "event": line.event,
        "document": line.public_id,
        "version": line.version,
        "sha256": line.sha256,
        "title": line.title or None,
        "reason": line.reason or None,
        "salt": line.salt or None,
        "title_seal": line.title_seal,
        "reason_seal": line.reason_seal,
        "previous_digest": line.previous_digest,
        "digest": line.digest,
    }


@require_safe
def verify(request):
    """Whether a file is one of ours, which version it is and whether a newer one exists, by its SHA-256 (?sha256=).

    The browser works out the SHA-256 by itself, so the file never leaves the reader's device.
    """
    typed = request.GET.get("sha256", "").strip().lower()[:200]
    context = {"typed": typed, "asked": bool(typed)}
    if typed and not SHA256.match(typed):
        context["error"] = "A SHA-256 is 64 digits and letters from a to f."
        return render(request, "documents/verify.html", context, status=400)
    if typed:
        context |= what_is_known(typed, audience_of(request))
    return render(request, "documents/verify.html", context)


def what_is_known(sha256: str, audience) -> dict:
    """What the public may know about a file: only what the register says, so an unpublished file is unknown."""
    line = RegisterEntry.objects.filter(sha256=sha256).first()
    if line is None:
        return {"known": False}
    document = CustomDocument.objects.filter(public_id=line.public_id).first()
    context = {"known": True, "line": line}
    if document and is_public(document, audience):
        newest = DocumentVersion.objects.filter(document=document).first()
        context |= {"document": document, "newest": newest, "is_newest": newest.sha256 == sha256}
    return context
