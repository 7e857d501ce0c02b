"""The corrections of a publication, for its page."""

from django import template

from partnership.content.visibility import audience_of

from ..corrections.replaced_files import replacements_on
from ..corrections.versions import earlier_versions
from ..visibility import public_among

register = template.Library()


@register.inclusion_tag("documents/tags/corrections.html", takes_context=True)
def corrections_of(context, publication):
    """What was changed since a publication was first public, and the versions before; nothing where nothing was."""
    rows = [
        {"version": version, "url": version.url(publication), "when": version.correction.corrected_at}
        for version in earlier_versions(publication)
    ]
    rows += [
        {"replaced": replaced, "when": replaced.replaced_at}
        for replaced in replaced_files(publication, context)
    ]
    return {"corrections": sorted(rows, key=lambda row: row["when"], reverse=True)}


def replaced_files(publication, context) -> list:
    """The replacements of a publication's files; none of one that was withdrawn."""
    groups = context.get("file_groups") or []
    documents = [file.document for group in groups for file in group.files if file.document]
    # Almost every file has one version, which asks nothing.
    documents = [document for document in documents if len(document.versions.all()) > 1]
    if publication.is_withdrawn or not documents:
        return []
    return replacements_on(publication, documents, public_among(documents, audience_of(context["request"])))
