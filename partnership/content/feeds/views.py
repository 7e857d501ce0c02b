"""Where feeds answer."""

from django.http import Http404
from django.views.decorators.http import require_safe

from ..unchanged import public_answer
from ..visibility import Audience
from .atom import written
from .registry import Asked, entries_of, subject_of

TYPE = "application/atom+xml; charset=utf-8"


@require_safe
def feed(request, kind, key=""):
    """A feed for everybody, whoever asks: only what the public may see."""
    asked = Asked(key, request, Audience())
    subject = subject_of(kind, asked)
    if subject is None:
        raise Http404("There is no such feed.")
    entries = entries_of(subject, asked)
    changed_at = max((entry.updated_at for entry in entries), default=None)
    return public_answer(request, written(subject, entries, request.get_full_path()), TYPE, changed_at)
