"""What was changed after it was public, for the pages that show it."""

from django import template

from partnership.content.visibility import audience_of

from ..corrections.replaced_files import replacements_on
from ..corrections.versions import earlier_versions

register = template.Library()


@register.inclusion_tag("documents/tags/corrections.html", takes_context=True)
def corrections_of(context, publication):
    """What was changed since a publication was first public, and the versions before; nothing where nothing was."""
    rows = [
        {"version": version, "url": version.url(publication), "when": version.correction.corrected_at}
        for version in earlier_versions(publication)
    ]
    files = [] if publication.is_withdrawn else files_of(context.get("file_groups") or [])
    rows += replacements(context, publication, files)
    return {"corrections": sorted(rows, key=lambda row: row["when"], reverse=True)}


@register.inclusion_tag("documents/tags/corrections.html", takes_context=True)
def replaced_files_of(context, page, files):
    """The files that were replaced since a page that offers them was first public; nothing where none was."""
    return {"corrections": replacements(context, page, [file.document for file in files if file.document_id])}


def files_of(groups) -> list:
    """The documents in groups of files."""
    return [file.document for group in groups for file in group.files if file.document]


def replacements(context, page, documents) -> list[dict]:
    """What is shown of each replaced file, newest first."""
    found = replacements_on(page, documents, audience_of(context["request"]))
    return [{"replaced": replaced, "when": replaced.replaced_at} for replaced in found]
