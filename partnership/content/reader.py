"""Whose request is being answered, for what Wagtail draws without being told: the links inside a text."""

from contextvars import ContextVar

_request: ContextVar = ContextVar("request", default=None)


class CurrentReader:
    """Middleware that keeps the request at hand while it is answered."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        before = _request.set(request)
        try:
            return self.get_response(request)
        finally:
            _request.reset(before)


def current_request():
    """The request being answered, or None in jobs and commands."""
    return _request.get()
