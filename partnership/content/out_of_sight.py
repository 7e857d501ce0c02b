"""Screens that are for one person: their answers are nobody else's business."""

from functools import wraps

from django.utils.cache import add_never_cache_headers


def out_of_sight(view):
    """Keep a screen out of search engines, caches and the addresses that other sites are told."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex"
        return response

    return wrapped
