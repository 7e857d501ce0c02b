"""Earlier versions of a publication as pages: to be read, and compared with what replaced them."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control

from partnership.content.visibility import audience_of

from ..visibility import public_among
from .comparing import compare, paragraphs_of
from .versions import EarlierVersion, earlier_versions


def earlier_version(request, publication, number: int):
    """A version as it was read, marked as replaced."""
    if answer := gone(request, publication):
        return answer
    version = version_of(publication, number)
    if version is None:
        return newest(publication, number)
    if version.edition.hidden_at:
        return hidden(request, publication, version)
    page = version.edition.revision.as_object()
    files = list(page.files.select_related("document", "organisation"))
    documents = {file.document for file in files if getattr(file, "document", None)}
    open_documents = public_among(documents, audience_of(request)) if documents else set()
    for file in files:
        file.is_open = file.document_id in open_documents
    context = {"page": page, "publication": publication, "version": version, "files": files}
    return answered(render(request, "documents/earlier_version.html", context))


def what_changed(request, publication, number: int):
    """A version beside the one that replaced it, in one text with the changes marked."""
    if answer := gone(request, publication):
        return answer
    version = version_of(publication, number)
    if version is None:
        raise Http404
    if version.edition.hidden_at:
        return hidden(request, publication, version)
    if version.replaced_by.hidden_at:
        return hidden(
            request, publication, EarlierVersion(version.replaced_by, version.replaced_by, version.correction)
        )
    old, new = (edition.revision.as_object() for edition in (version.edition, version.replaced_by))
    context = {
        "page": publication,
        "publication": publication,
        "version": version,
        "paragraphs": compare(paragraphs_of(old, request), paragraphs_of(new, request)),
    }
    return answered(render(request, "documents/what_changed.html", context))


def version_of(publication, number: int) -> EarlierVersion | None:
    """An earlier version by its number."""
    return next((one for one in earlier_versions(publication) if one.edition.number == number), None)


def newest(publication, number: int):
    """Send the reader on where the number is today's; 404 for one that never was."""
    if publication.editions.filter(number=number, live_until=None, awaited=False).exists():
        return redirect(publication.url)
    raise Http404


def gone(request, publication):
    """The answer in place of a version where the publication may not be read or was withdrawn; None where it may."""
    if not audience_of(request).may_see(publication):
        raise Http404
    if publication.is_withdrawn:
        context = {"page": publication, "publication": publication}
        return answered(render(request, "documents/version_gone.html", context, status=410))
    return None


def hidden(request, publication, version: EarlierVersion):
    """The answer in place of a version that had to be hidden."""
    context = {"page": publication, "publication": publication, "version": version}
    return answered(render(request, "documents/version_gone.html", context, status=410))


def answered(response):
    """The same answer, kept out of search engines; caches ask each time, so that what is hidden is hidden at once."""
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, no_cache=True)
    return response
