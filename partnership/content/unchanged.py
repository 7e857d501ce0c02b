"""Answers for machines that come back often: the same for everybody, and told in one line while nothing changed."""

import hashlib
from datetime import datetime

from django.http import HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

# How long anybody may show such an answer again without asking, in seconds.
KEPT_FOR = 300


def public_answer(request, content: bytes, content_type: str, changed_at: datetime | None) -> HttpResponse:
    """Content that everybody gets alike, with its mark (ETag) and when it last changed; 304 to whoever has it.

    Whether somebody has it is decided by the mark alone: what was taken from the public makes no date later.
    """
    mark = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response = HttpResponse(content, content_type=content_type)
    response["ETag"] = mark
    if changed_at:
        response["Last-Modified"] = http_date(changed_at.timestamp())
    # For programmes that people point at it; searching finds the pages.
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, public=True, max_age=KEPT_FOR)
    return get_conditional_response(request, etag=mark, response=response)
