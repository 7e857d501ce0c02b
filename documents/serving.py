"""To whom a file is given, and what everybody else is told."""

from functools import wraps

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.permissions import policy_registry

from partnership.content.visibility import audience_of

from .models import CustomDocument
from .register import version_was_public, was_public
from .sending import send
from .visibility import is_public, newer_publication_of, reads_private, withdrawn_publication_of


def for_whom_it_is(view):
    """A view of a document, or of something made of it, for those who may open it; the others get the file's answer.

    It is called with the document and whether it is public. A wrong address, a wrong name and a file that is not
    public all get the same answer, so that none can be told apart.
    """

    @wraps(view)
    def checked(request, public_id, **address):
        # Asked of everybody, found or not: reading the session adds a Vary header, and its absence would tell.
        signed_in = request.user.is_authenticated
        document = CustomDocument.with_private.filter(public_id=public_id).first()
        if document is None:
            raise Http404
        if document.taken_down_at:
            return taken_down(request, document)
        audience = audience_of(request)
        public = is_public(document, audience)
        if not public and (page := withdrawn_publication_of(document, audience)) and was_public(document):
            return gone(request, "documents/withdrawn.html", {"publication": page})
        if not public and not (signed_in and may_open_unpublished(request.user, document)):
            raise Http404
        return view(request, document, public, **address)

    return checked


@require_safe
@for_whom_it_is
def serve(request, document, public, filename, number=None):
    """A document's newest version, or the one of a number; another file name is sent on to today's."""
    version, newest, public = version_for(request, document, public, number)
    if filename != version.filename:
        return redirect(document.version_url(version) if number else document.url)
    response = send(request, version, public)
    if public:
        response["Link"] = links_onward(document, version, newest, audience_of(request))
    return response


def version_for(request, document, public: bool, number: int | None = None):
    """The version of a number, or the newest; beside it the newest, and whether the public may have the one asked for.

    One that was replaced before the public got it stays with those who work on the document, whatever came after it.
    """
    versions = list(document.versions.select_related("document", "reading"))
    version = next((one for one in versions if number in (None, one.number)), None)
    if version is None:
        raise Http404
    if public and version != versions[0] and not version_was_public(version):
        if not (request.user.is_authenticated and may_open_unpublished(request.user, document)):
            raise Http404
        public = False
    return version, versions[0], public


def may_open_unpublished(user, document) -> bool:
    """Whether somebody signed in may open a file that is not public: those who may work with it in the admin.

    A private one only those whom the section that keeps it names.
    """
    if document.is_private:
        return reads_private(user, document)
    policy = policy_registry.get_by_type(CustomDocument)
    return policy.user_has_any_permission_for_instance(user, ["change", "delete", "choose"], document)


def taken_down(request, document):
    """The answer in place of a file that was taken down: that it was and why, in general terms.

    A file that never was public is not mentioned at all.
    """
    if not was_public(document):
        raise Http404
    return gone(request, "documents/taken_down.html", {"takedown": document.takedowns.first()})


def gone(request, template: str, context: dict):
    """An answer in place of a file that was public and is no longer to be had."""
    response = render(request, template, context, status=410)
    patch_cache_control(response, private=True, no_store=True)
    return response


def links_onward(document, version, newest, audience) -> str:
    """The Link header of a file: its permanent address, and what is newer than it (RFC 5829, RFC 8288)."""
    links = [f'<{document.url}>; rel="{"canonical" if version == newest else "latest-version"}"']
    if newer := newer_publication_of(document, audience):
        links.append(f'<{newer.url}>; rel="successor-version"')
    return ", ".join(links)
