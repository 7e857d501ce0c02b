"""The public's screens: the form, and what somebody is told who sent it."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from partnership.content.visibility import audience_of
from partnership.content.working_days import add_working_days

from ..models import FormatRequest, PublicationPage
from ..reading.views import page_that_shows
from ..serving import for_whom_it_is
from .asking import ask
from .floods import may_ask
from .forms import FormatRequestForm

TOO_MANY = "Too many requests have come from where you are. Try again in an hour, or contact us another way"


def shown(request, template: str, document, **context):
    """A screen about a document, out of caches and search engines; the form's answers are nobody else's business."""
    around = {"document": document, "page": page_that_shows(document, audience_of(request))}
    status = context.pop("status", 200)
    response = render(request, template, {**around, **context}, status=status)
    add_never_cache_headers(response)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "same-origin"
    return response


# No cookie is set, so there is no session that another site could misuse.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@for_whom_it_is
def request_format(request, document, public):
    """The form that asks for a public file in another format."""
    if not public:
        raise Http404
    now = timezone.now()
    answer_by = add_working_days(timezone.localdate(now), settings.FORMAT_REQUEST_WORKING_DAYS)
    form = FormatRequestForm(request.POST if request.method == "POST" else None)
    template = "documents/formats/request.html"
    if request.method != "POST":
        return shown(request, template, document, form=form, answer_by=answer_by)
    if not form.is_valid():
        return shown(request, template, document, form=form, answer_by=answer_by, status=400)
    if not may_ask(request, now):
        form.add_error(None, TOO_MANY)
        return shown(request, template, document, form=form, answer_by=answer_by, status=429)
    page = page_that_shows(document, audience_of(request))
    publication = page if isinstance(page, PublicationPage) else None
    made = ask(document, publication, form.cleaned_data, form.key, now)
    return redirect("format_requested", document.public_id, made.reference)


@require_safe
@for_whom_it_is
def format_requested(request, document, public, reference):
    """What somebody is told who sent the form: the reference, and by when we answer."""
    made = FormatRequest.objects.filter(document=document, reference=reference).first()
    if made is None:
        raise Http404
    return shown(request, "documents/formats/requested.html", document, made=made)
